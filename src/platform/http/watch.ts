import type { Context } from 'hono'

/** What sees every request go by: the access log and the metrics. It knows the route's pattern, never ids. */
export type Watch = {
  (c: Context, pattern: string, ip: string, serve: () => Promise<Response>): Promise<Response>
  failed(error: unknown, pattern: string): void
}
