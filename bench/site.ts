import { Temporal } from '#kernel/time.ts'
import { openKeyring } from '#platform/crypto/keyring.ts'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { buildAssets, useAssets } from '#platform/design/index.ts'
import type { Eid } from '#platform/eid/eid.ts'
import { siteApp } from '#platform/http/site-app.ts'
import type { Watch } from '#platform/http/watch.ts'
import { addressOf } from '#platform/http/web-server.ts'
import { openMaintenanceCalendar } from '#platform/maintenance/maintenance-calendar.ts'
import { createMetrics } from '#platform/metrics/metrics.ts'
import { createRateLimiter } from '#platform/rate-limit/rate-limit.ts'
import type { Gate } from '#policy/gate.ts'
import { referralSite } from '#sites/referral/site.ts'
import { referralActions } from '#src/actions.ts'

export const sessionKey = Buffer.alloc(32, 3)
const keys = { keyEncryption: [{ epoch: 1, key: Buffer.alloc(32, 1) }], index: Buffer.alloc(32, 2) }

const noEid: Eid = {
  begin: () => Promise.resolve({ ok: false, problem: 'broker-unavailable' }),
  finish: () => Promise.resolve({ ok: false, problem: 'broker-unavailable' }),
  logOutUrl: (_, returnTo) => returnTo,
  isReachable: () => Promise.resolve(true),
}

/** What a measurement puts in place of a part, to learn what that part costs. */
export type Change = {
  readonly database?: (database: Database) => Database
  readonly gate?: (gate: Gate) => Gate
}

/** The referral site as `serve` puts it together, without what a patient's booking does not touch: jobs, mail, eID. */
export async function benchSite(requestUrl: string, siteUrl: URL, change: Change = {}) {
  const database = openDatabase(requestUrl, { connections: 16 })
  const assets = await buildAssets()
  useAssets(assets)
  const services = {
    database: change.database?.(database) ?? database,
    keyring: openKeyring(keys),
    sessionKey,
    eid: noEid,
    rateLimiter: createRateLimiter(),
    maintenance: openMaintenanceCalendar(database),
    now: () => Temporal.Now.instant(),
    urls: { referral: siteUrl, marketing: siteUrl },
    metrics: createMetrics(),
  }
  const watch: Watch = Object.assign(
    (...[, , , serve]: [unknown, unknown, unknown, () => Promise<Response>]) => serve(),
    { failed: (error: unknown) => process.stderr.write(`${String(error)}\n`) },
  )
  const whole = referralSite(siteUrl, referralActions, [])
  const site = { ...whole, gate: change.gate?.(whole.gate) ?? whole.gate }
  return { app: siteApp({ site, services, assets, watch, addressOf: addressOf(true) }), close: () => database.close() }
}
