import { type Context, Hono } from 'hono'
import type { Database } from '#platform/db/database.ts'
import type { Metrics } from '#platform/metrics/metrics.ts'

type Operations = {
  readonly database: Database
  readonly metrics: Metrics
  readonly addressOf: (c: Context) => string
}

const local = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** What machines ask: can it serve, and how is it doing. Figures are told to this host only. */
export function operationsApp({ database, metrics, addressOf }: Operations): Hono {
  const app = new Hono()
  app.get('/health', async (c) => {
    const healthy = await database.healthy()
    return c.json({ status: healthy ? 'pass' : 'fail' }, healthy ? 200 : 503, { 'cache-control': 'no-store' })
  })
  app.get('/metrics', async (c) => {
    if (!local.has(addressOf(c))) return c.notFound()
    return c.body(await metrics.render(), 200, { 'content-type': metrics.contentType })
  })
  return app
}
