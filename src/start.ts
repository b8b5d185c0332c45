import { type Config, ConfigError, processEnvironment, readConfig } from '#platform/config/config.ts'
import { localEnvironment } from '#platform/config/local-environment.ts'
import { migrate } from '#platform/db/migrate.ts'
import { rolePasswords } from '#platform/db/role-urls.ts'
import { CannotStart, claimPorts } from '#platform/local/free-port.ts'
import { openDatabase } from '#platform/local/own-database.ts'
import { step, table } from '#platform/local/progress.ts'
import { startBroker, startMailboxAndPhone } from '#platform/local/stand-ins.ts'
import { FolderInUse } from '#platform/postgres/folder-lock.ts'
import { routes } from '#src/routes.ts'
import { fillDemo } from '../db/demo/demo.ts'
import { serve } from './main.ts'

// What has been started, to be stopped in the opposite order: requests and worker first, the database last.
const started: { readonly name: string; stop(): Promise<void> }[] = []
let isStopping = false

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stopAll(0))

try {
  await start()
} catch (error) {
  if (!isStopping) {
    const isPlain = [CannotStart, ConfigError, FolderInUse].some((kind) => error instanceof kind)
    console.error(isPlain ? (error as Error).message : error)
    await stopAll(1)
  }
}

async function start() {
  const env = processEnvironment()
  const isProduction = (env.NODE_ENV ?? 'production') === 'production'
  const settings = isProduction ? env : localEnvironment(env)
  const first = readConfig(settings)
  const { ownerUrl, stop } = await step('database', () => openDatabase(first))
  started.push({ name: 'database', stop })
  const config = readConfig({ ...settings, DATABASE_URL: ownerUrl })
  await claimPorts(config.http.port, isProduction ? 1 : 4, 'bin/start')
  await step('schema', () => migrate({ ownerUrl, rolePasswords: rolePasswords(config.secrets.roles) }))
  const demo = config.mode === 'development' ? await step('demo', () => fillDemo(config, ownerUrl)) : null
  if (demo && !demo.filled) console.log('      the demo world is there already; bin/db reset makes it anew')
  const mailbox = isProduction ? null : await startStandIns(config)
  const sites = await step('sites', () => serve(config))
  started.push({ name: 'sites', stop: sites.close })
  welcome({ ...sites.urls, mailbox }, demo?.logins ?? [])
}

async function startStandIns(config: Config): Promise<string | null> {
  const at = (path: string) => new URL(path, config.sites.referral.url).href
  const pages = {
    redirectUris: [at(routes.logIn.eid.callback.href({}))],
    postLogoutRedirectUris: [at(routes.logOut.done.href({}))],
  }
  const broker = await step('log-in broker', () => startBroker(config, pages))
  if (broker) started.push({ name: 'log-in broker', stop: broker.close })
  const catcher = await step('mailbox and phone', () => startMailboxAndPhone(config))
  if (catcher) started.push({ name: 'mailbox and phone', stop: catcher.close })
  return catcher?.url ?? null
}

type DemoLogins = Awaited<ReturnType<typeof fillDemo>>['logins']
type Places = { referral: string; marketing: string; mailbox: string | null }

function welcome(places: Places, logins: DemoLogins) {
  console.log(`\nPatients, insurers and clinics: ${places.referral}\nAbout Klinikbro: ${places.marketing}`)
  if (places.mailbox) console.log(`Mail and SMS that were sent: ${places.mailbox}`)
  if (logins.length > 0) {
    const rows = logins.map(({ role, who, how, url }) => [role, who, how, url])
    console.log(`\nLog in as\n${table(['role', 'who', 'how', 'where'], rows)}`)
  }
  console.log('\nCtrl-C stops it.')
}

/** Stops everything, once. Asked again it leaves at once; the database has its own watchdog and stops by itself. */
async function stopAll(code: number) {
  if (isStopping) process.exit(130)
  isStopping = true
  if (code === 0) console.log('\nStopping: running requests are finished first ...')
  let exitCode = code
  for (const { name, stop } of started.toReversed()) {
    await stop().catch((error: unknown) => {
      console.error(`The ${name} did not stop well:`, error)
      exitCode = 1
    })
  }
  process.exit(exitCode)
}
