import { readFileSync } from 'node:fs'
import { createServer as createHttpServer, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { createAdaptorServer } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { Hono } from 'hono'

export type WebServerOptions = {
  /** Each site's application by host name; the first also answers for hosts that are not known. */
  readonly sites: readonly { readonly host: string; readonly app: Hono }[]
  readonly operations?: Hono
  readonly host: string
  readonly port: number
  readonly tls: { readonly certFile: string; readonly keyFile: string } | null
}

/** Serves every site on one port. `close` stops taking requests and waits for those under way. */
export async function startWebServer(options: WebServerOptions): Promise<{ close(): Promise<void> }> {
  const root = hostRouter(options)
  const { tls } = options
  const server = createAdaptorServer({
    fetch: root.fetch,
    overrideGlobalObjects: false,
    ...(tls
      ? {
          createServer: createHttpsServer,
          serverOptions: {
            cert: readFileSync(tls.certFile),
            key: readFileSync(tls.keyFile),
            minVersion: 'TLSv1.2' as const,
          },
        }
      : { createServer: createHttpServer }),
  }) as Server
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      }),
  }
}

/** Told apart by host name: an unknown host gets the first site, so that a bare address works while trying things out. */
export function hostRouter({ sites, operations }: Pick<WebServerOptions, 'sites' | 'operations'>): Hono {
  const root = new Hono()
  if (operations) root.route('/', operations)
  root.all('*', (c) => {
    const host = new URL(c.req.url).hostname
    const site = sites.find((one) => one.host === host) ?? sites[0]
    return site ? site.app.fetch(c.req.raw, c.env) : c.notFound()
  })
  return root
}

/** The caller's address. Behind a declared proxy it is the last address that the proxy itself appended. */
export const addressOf =
  (behindProxy: boolean) =>
  (c: Context): string => {
    const forwarded = behindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
    return forwarded ?? socketAddress(c)
  }

function socketAddress(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'unknown'
  }
}
