import { type Context, Hono } from 'hono'
import { countScript } from './statistics-script.ts'

/** One page view as the stand-in keeps it: no address, no visitor. */
export type PageView = { readonly path: string; readonly from: string; readonly address: string }

const mostKept = 1000

/**
 * Stands in for the statistics service on a developer's machine and in tests: hands out its script, counts what that script sends, and keeps
 * it in memory with the address cut short (T14.1). Nothing leaves the machine.
 */
export function statisticsStandIn(addressOf: (c: Context) => string): { app: Hono; views(): readonly PageView[] } {
  const views: PageView[] = []
  const app = new Hono()
  app.use('*', async (c, next) => {
    await next()
    c.header('Cross-Origin-Resource-Policy', 'cross-origin')
    c.header('Access-Control-Allow-Origin', c.req.header('origin') ?? '*')
    c.header('X-Content-Type-Options', 'nosniff')
  })
  app.get('/count.js', (c) => c.body(countScript, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }))
  app.post('/views', async (c) => {
    const sent = new URLSearchParams((await c.req.text()).slice(0, 2000))
    views.push({ path: sent.get('path') ?? '', from: sent.get('from') ?? '', address: cutShort(addressOf(c)) })
    views.splice(0, views.length - mostKept)
    return c.body(null, 204)
  })
  app.get('/', (c) => c.json(views))
  return { app, views: () => views }
}

/** The network and not the machine: 198.51.100.7 becomes 198.51.100.0, an IPv6 address keeps its first 48 bits. */
export function cutShort(address: string): string {
  const v4 = address.replace(/^::ffff:/, '')
  if (v4.includes('.')) return `${v4.split('.').slice(0, 3).join('.')}.0`
  const [head = ''] = address.split('::')
  return `${head.split(':').slice(0, 3).join(':')}::`
}
