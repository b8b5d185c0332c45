import type { Context } from 'hono'
import type { Route } from '#kernel/route.ts'

/** What sees every request go by: the access log and the metrics. It knows the route's pattern, never ids. */
export type Watch = {
  (c: Context, route: Route, ip: string, serve: () => Promise<Response>): Promise<Response>
  failed(error: unknown): void
}
