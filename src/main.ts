import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Temporal } from '#kernel/time.ts'
import type { Config } from '#platform/config/config.ts'
import { openKeyring } from '#platform/crypto/keyring.ts'
import { openDatabase } from '#platform/db/database.ts'
import { roleUrls } from '#platform/db/role-urls.ts'
import { buildAssets, useAssets } from '#platform/design/index.ts'
import { openEid } from '#platform/eid/eid.ts'
import { operationsApp } from '#platform/http/operations.ts'
import { siteApp } from '#platform/http/site-app.ts'
import { watching } from '#platform/http/watching.ts'
import { addressOf, startWebServer } from '#platform/http/web-server.ts'
import { startWorker } from '#platform/jobs/worker.ts'
import { openAccessLog } from '#platform/log/access-log.ts'
import { createLog } from '#platform/log/log.ts'
import { openMail } from '#platform/mail/mail.ts'
import { createMetrics } from '#platform/metrics/metrics.ts'
import { createRateLimiter } from '#platform/rate-limit/rate-limit.ts'
import { openSms } from '#platform/sms/sms.ts'
import { marketingSite } from '#sites/marketing/site.ts'
import { referralSite } from '#sites/referral/site.ts'
import { marketingActions, referralActions } from './actions.ts'
import { routes } from './routes.ts'
import { tasksWith, timetable } from './tasks.ts'

export type Serving = {
  readonly urls: { readonly referral: string; readonly marketing: string }
  close(): Promise<void>
}

/** Puts the product together and serves it. Everything that it needs comes in through the settings. */
export async function serve(config: Config): Promise<Serving> {
  if (!config.database.ownerUrl) throw new Error('The database must be started before the sites')
  const now = () => Temporal.Now.instant()
  const log = createLog()
  const metrics = createMetrics({ processFigures: true })
  const keyring = openKeyring(config.secrets)
  const urls = { referral: config.sites.referral.url, marketing: config.sites.marketing.url }
  const databaseUrls = roleUrls(config.database.ownerUrl, config.secrets.roles)
  const database = openDatabase(databaseUrls.request, { connections: 16 })
  const workerDatabase = openDatabase(databaseUrls.worker, { connections: 4 })
  const accessLog = openAccessLog(join(config.dataFolder, 'access-log'), (error) =>
    log.error('access-log.failed', error),
  )
  const mail = openMail({
    ...config.mail,
    privacyPolicyUrl: () => new URL(routes.privacy.href({}), urls.referral).href,
  })
  const sms = openSms(config.sms)
  const eid = await openEid({
    ...config.eid,
    clientKey: JSON.parse(readFileSync(config.eid.clientKeyFile, 'utf8')) as JsonWebKey,
    redirectUri: new URL(routes.logIn.eid.callback.href({}), urls.referral).href,
  })
  const assets = await buildAssets()
  useAssets(assets)

  const worker = await startWorker({
    workerUrl: databaseUrls.worker,
    tasks: tasksWith({ database: workerDatabase, requestDatabase: database, keyring, mail, sms, log, now, urls }),
    cron: timetable,
    onError: (error, job) => log.error('job.failed', error, job ? { task: job.task, attempt: job.attempt } : {}),
  })
  const services = {
    database,
    keyring,
    sessionKey: config.secrets.session,
    eid,
    rateLimiter: createRateLimiter(),
    now,
    urls,
    metrics,
  }
  const callerAddress = addressOf(config.http.behindTlsProxy)
  const common = { services, assets, watch: watching({ accessLog, log, metrics, now }), addressOf: callerAddress }
  const referral = referralSite(urls.referral, referralActions, [config.eid.issuer.origin])
  const marketing = marketingSite(urls.marketing, marketingActions)
  const server = await startWebServer({
    sites: [referral, marketing].map((site) => ({ host: site.url.hostname, app: siteApp({ ...common, site }) })),
    operations: operationsApp({ database, metrics, addressOf: callerAddress }),
    ...config.http,
  })
  return {
    urls: { referral: urls.referral.href, marketing: urls.marketing.href },
    async close() {
      await server.close()
      await worker.stop()
      mail.close()
      await accessLog.close()
      await Promise.all([database.close(), workerDatabase.close()])
    },
  }
}
