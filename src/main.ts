import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { publishHeads } from '#features/audit/index.ts'
import { logTasks } from '#features/retention/index.ts'
import { Temporal } from '#kernel/time.ts'
import { linesSince } from '#platform/backup/forget-lines.ts'
import { ledgerIn, mustForgetFirst, noteErasures, readLedger } from '#platform/backup/ledger.ts'
import type { Config } from '#platform/config/config.ts'
import { watchKeyring } from '#platform/crypto/watch-keyring.ts'
import { existingColumns } from '#platform/db/columns.sql.ts'
import { openDatabase } from '#platform/db/database.ts'
import { roleUrls } from '#platform/db/role-urls.ts'
import { buildAssets, useAssets } from '#platform/design/index.ts'
import { openEid } from '#platform/eid/eid.ts'
import { openErrorTracker } from '#platform/error-tracking/error-tracker.ts'
import { operationsApp } from '#platform/http/operations.ts'
import type { Site } from '#platform/http/site.ts'
import { siteApp } from '#platform/http/site-app.ts'
import type { SiteAppOptions } from '#platform/http/site-app-options.ts'
import { watching } from '#platform/http/watching.ts'
import { addressOf, startWebServer } from '#platform/http/web-server.ts'
import type { AskedTasks } from '#platform/jobs/ask-first.ts'
import { startWorker } from '#platform/jobs/worker.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import { CannotStart } from '#platform/local/free-port.ts'
import { statisticsStandIn } from '#platform/local/statistics.ts'
import { openAccessLog } from '#platform/log/access-log.ts'
import { createLog, type Log } from '#platform/log/log.ts'
import { openMail } from '#platform/mail/mail.ts'
import { openMaintenanceCalendar } from '#platform/maintenance/maintenance-calendar.ts'
import { createMetrics, type Metrics } from '#platform/metrics/metrics.ts'
import { createRateLimiter } from '#platform/rate-limit/rate-limit.ts'
import { openSms } from '#platform/sms/sms.ts'
import { openGate } from '#policy/gate.ts'
import { beforeNow } from '#policy/retention.ts'
import { standInHosts } from '#policy/third-parties.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { marketingSite } from '#sites/marketing/site.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { referralSite } from '#sites/referral/site.ts'
import { marketingActions, referralActions } from './actions.ts'
import { dataCatalogue } from './data-catalogue.ts'
import { routes } from './routes.ts'
import { tasksWith, timetable } from './tasks.ts'
import {
  undeclaredColumns,
  undeclaredFields,
  undeclaredJobs,
  undeclaredPlaces,
  undeclaredRoutes,
} from './undeclared.ts'
import { unended } from './unended.ts'

const aDayMs = 24 * 3600 * 1000

export type Serving = {
  readonly urls: { readonly referral: string; readonly marketing: string }
  close(): Promise<void>
}

/** Puts the product together and serves it. Everything that it needs comes in through the settings. */
export async function serve(config: Config): Promise<Serving> {
  const urls = { referral: config.sites.referral.url, marketing: config.sites.marketing.url }
  const now = () => Temporal.Now.instant()
  const log = createLog()
  const metrics = createMetrics({ processFigures: true })
  const databases = openDatabases(config)
  await refuseUndeclared(config, databases)
  await refuseUntilForgotten(databases, ledgerIn(config.dataFolder))
  const { keyring, stop: stopWatching } = followKeys(config, log)
  const logFolder = join(config.dataFolder, 'access-log')
  const accessLog = openAccessLog(logFolder, (error) => log.error('access-log.failed', error))
  const { mail, sms, eid } = await openWaysOut(config)
  const assets = await buildAssets()
  useAssets(assets)

  const { request: database, worker: workerDatabase } = databases
  const { dataFolder, auditKeyFile } = config
  const models = [referralPolicy, marketingPolicy]
  const ownTasks = logTasks({ database: workerDatabase, folder: logFolder, now, models }, openGate(referralPolicy))
  await refuseFor(databases, undeclaredJobs(ownTasks, []))
  const worker = await startJobs(databases, { keyring, mail, sms, log, now, urls, dataFolder, auditKeyFile })
  const stopClearing = await clearLogsDaily(ownTasks, log)
  const sessionKey = config.secrets.session
  const kept = { rateLimiter: createRateLimiter(), maintenance: openMaintenanceCalendar(database) }
  const services = { database, keyring, sessionKey, eid, ...kept, now, urls, metrics }
  const server = await startSites(config, metrics, {
    services,
    assets,
    watchOver: (site) =>
      watching({ accessLog, log, metrics, tracker: openErrorTracker({ ...site.gate.model, now }), now }),
  })
  return {
    urls: { referral: urls.referral.href, marketing: urls.marketing.href },
    async close() {
      stopClearing()
      stopWatching()
      await server.close()
      await worker.stop()
      await publishHeads({ ...config, database: workerDatabase, now }, 'shutdown').catch((error: unknown) =>
        log.error('audit-heads.failed', error),
      )
      mail.close()
      await accessLog.close()
      await Promise.all([database.close(), workerDatabase.close()])
    },
  }
}

/** Each role has its own connections: what a request may see is never a question of which code runs. */
function openDatabases({ database, secrets }: Config) {
  if (!database.ownerUrl) throw new Error('The database must be started before the sites')
  const urls = roleUrls(database.ownerUrl, secrets.roles)
  return {
    request: openDatabase(urls.request, { connections: 16, patienceMs: 60_000 }),
    worker: openDatabase(urls.worker, { connections: 4 }),
    workerUrl: urls.worker,
  }
}

type Databases = ReturnType<typeof openDatabases>

/** Nothing is served that the policies do not know. */
async function refuseUndeclared(config: Config, databases: Databases) {
  const columns = await databases.worker.transaction({ kind: 'system' }, existingColumns)
  const offers = [
    { model: referralPolicy, actions: referralActions },
    { model: marketingPolicy, actions: marketingActions },
  ]
  await refuseFor(databases, [
    ...offers.flatMap((offer) => [...undeclaredRoutes(offer), ...undeclaredFields(offer)]),
    ...undeclaredColumns(columns, dataCatalogue),
    ...unended({ catalogues: dataCatalogue, models: [referralPolicy, marketingPolicy], timetable }),
    ...undeclaredPlaces(config, [referralPolicy, marketingPolicy]),
  ])
}

async function refuseFor({ request, worker }: Databases, problems: readonly string[]) {
  if (problems.length === 0) return
  await Promise.all([request.close(), worker.close()])
  throw new CannotStart(`The policy does not know of this:\n${problems.map((line) => `  - ${line}`).join('\n')}`)
}

/** A database that came back from a backup brings people back; nobody is let in before they are forgotten again (X4). */
async function refuseUntilForgotten({ request, worker }: Databases, ledger: string) {
  const oldest = beforeNow(referralPolicy, 'erasure-ledger', Temporal.Now.instant())
  const known = linesSince(readLedger(ledger) ?? [], oldest)
  const why = await worker.transaction({ kind: 'system' }, (tx) => mustForgetFirst(tx, known))
  if (why) {
    await Promise.all([request.close(), worker.close()])
    throw new CannotStart(`${why}. Run: bin/db replay`)
  }
  await noteErasures(worker, ledger, { all: true })
}

/** Keys may be rotated while we run. */
const followKeys = ({ secretsFile: file, secrets }: Config, log: Log) =>
  watchKeyring({ file, secrets, onTrouble: (error) => log.error('secrets.unreadable', error) })

type ForJobs = Omit<WorkerServices, 'database' | 'requestDatabase'>

async function startJobs(databases: Databases, services: ForJobs) {
  const { request, worker, workerUrl } = databases
  const tasks = tasksWith({ ...services, database: worker, requestDatabase: request })
  await refuseFor(databases, undeclaredJobs(tasks, timetable))
  return startWorker({
    workerUrl,
    tasks,
    cron: timetable,
    onError: (error, job) =>
      services.log.error('job.failed', error, job ? { task: job.task, attempt: job.attempt } : {}),
  })
}

/** At start, for what became due while we were down, and then once a day. */
async function clearLogsDaily(tasks: AskedTasks, log: Log): Promise<() => void> {
  const clear = () =>
    tasks['sweep-access-logs']?.({}, { attempt: 1 }).catch((error: unknown) => log.error('log-sweep.failed', error))
  await clear()
  const timer = setInterval(() => void clear(), aDayMs)
  return () => clearInterval(timer)
}

/** Mail, SMS and the eID broker: all that leaves this machine. */
async function openWaysOut(config: Config) {
  const at = (path: string) => new URL(path, config.sites.referral.url).href
  const mail = openMail({ ...config.mail, privacyPolicyUrl: () => at(routes.privacy.href({})) })
  const sms = openSms(config.sms)
  const clientKey = JSON.parse(readFileSync(config.eid.clientKeyFile, 'utf8')) as JsonWebKey
  const eid = await openEid({ ...config.eid, clientKey, redirectUri: at(routes.logIn.eid.callback.href({})) })
  return { mail, sms, eid }
}

type Common = Pick<SiteAppOptions, 'services' | 'assets'> & {
  readonly watchOver: (site: Site) => SiteAppOptions['watch']
}

function startSites(config: Config, metrics: Metrics, common: Common) {
  const { database, urls } = common.services
  const callerAddress = addressOf(config.http.behindTlsProxy)
  const referral = referralSite(urls.referral, referralActions, [config.eid.issuer.origin])
  const marketing = marketingSite(urls.marketing, marketingActions)
  const appOf = (site: Site) => siteApp({ ...common, site, watch: common.watchOver(site), addressOf: callerAddress })
  const { app } = statisticsStandIn(callerAddress)
  const standIns = standInHosts(marketingPolicy, urls.marketing.hostname).map((host) => ({ host, app }))
  return startWebServer({
    sites: [...[referral, marketing].map((site) => ({ host: site.url.hostname, app: appOf(site) })), ...standIns],
    operations: operationsApp({ database, metrics, addressOf: callerAddress }),
    ...config.http,
  })
}
