import pg from 'pg'
import type { Id } from '#kernel/ids.ts'
import { openKeyring } from '#platform/crypto/keyring.ts'
import { newToken } from '#platform/crypto/tokens.ts'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { toParameter, types } from '#platform/db/types.ts'
import { buildAssets, useAssets } from '#platform/design/index.ts'
import type { Eid } from '#platform/eid/eid.ts'
import type { Services } from '#platform/http/services.ts'
import type { Site } from '#platform/http/site.ts'
import { siteApp } from '#platform/http/site-app.ts'
import { addressOf, hostRouter } from '#platform/http/web-server.ts'
import { openMaintenanceCalendar } from '#platform/maintenance/maintenance-calendar.ts'
import { createMetrics } from '#platform/metrics/metrics.ts'
import { createRateLimiter } from '#platform/rate-limit/rate-limit.ts'
import { type Gate, openGate } from '#policy/gate.ts'
import type { PolicyModel } from '#policy/model.ts'
import type { PolicyVersion } from '#policy/version.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { marketingSite } from '#sites/marketing/site.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { referralSite } from '#sites/referral/site.ts'
import { publishedVersions } from '#sites/versions.ts'
import { marketingActions, marketingActionsUnder, referralActionsUnder } from '#src/actions.ts'
import { Browser } from './browser.ts'
import { type TestClock, testClock } from './clock.ts'
import { cluster, type TestDatabase } from './cluster.ts'
import { problems } from './problems.ts'

export const testSecrets = {
  keyEncryption: [{ epoch: 1, key: Buffer.alloc(32, 1) }],
  index: Buffer.alloc(32, 2),
  session: Buffer.alloc(32, 3),
}

/** A whole product over a database of its own, asked through HTTP without a port. */
export type World = {
  readonly database: TestDatabase
  readonly request: Database
  readonly worker: Database
  readonly services: Services
  readonly clock: TestClock
  /** SQL as owner, past every policy: for setting the scene and for looking at what was stored. */
  sql<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>
  /** Somebody with a browser, logged in as the given user or person, or nobody. */
  browser(who?: { readonly userId: Id<'user'> } | { readonly personId: Id<'person'> }): Promise<Browser>
  fetch(request: Request): Promise<Response>
  close(): Promise<void>
}

export const referralUrl = new URL('http://klinikbro.localhost:3000')
export const marketingUrl = new URL('http://www.klinikbro.localhost:3000')

const noEid: Eid = {
  begin: () => Promise.resolve({ ok: false, problem: 'broker-unavailable' }),
  finish: () => Promise.resolve({ ok: false, problem: 'broker-unavailable' }),
  logOutUrl: (_, returnTo) => returnTo,
  isReachable: () => Promise.resolve(true),
}

let assets: ReturnType<typeof buildAssets> | undefined

export async function openWorld(
  options: {
    readonly eid?: Eid
    readonly connections?: number
    /** The versions of the referral site's policy; those published unless a test brings others. */
    readonly versions?: readonly PolicyVersion[]
    /** Which of them is served; the published policy unless a test says otherwise. */
    readonly served?: PolicyModel
    readonly clock?: TestClock
    /** Where forms may send a browser on to, such as the eID broker; browsers look at this, other tests need not. */
    readonly formTargets?: readonly string[]
    /** Puts something between the actions and the database, such as one that undoes everything. */
    readonly through?: (database: Database) => Database
    /** Other policies than the published ones, for seeing what follows them. */
    readonly policies?: Policies
    /** Listens at the gate of each site. */
    readonly listening?: (gate: Gate) => Gate
  } = {},
): Promise<World> {
  const database = await (await cluster()).newDatabase()
  const request = openDatabase(database.urls.request, { connections: options.connections ?? 8 })
  const worker = openDatabase(database.urls.worker, { connections: 2 })
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2, types })
  const clock = options.clock ?? testClock()
  const versions = options.versions ?? publishedVersions('referral')
  const served = options.served ?? referralPolicy
  const asked = options.through?.(request) ?? request
  const services: Services = {
    database: asked,
    keyring: openKeyring(testSecrets),
    sessionKey: testSecrets.session,
    eid: options.eid ?? noEid,
    rateLimiter: createRateLimiter(),
    maintenance: openMaintenanceCalendar(asked),
    now: clock.now,
    urls: { referral: referralUrl, marketing: marketingUrl },
    metrics: createMetrics(),
  }
  assets ??= buildAssets()
  const built = await assets
  useAssets(built)
  const sites = [
    referralSite(referralUrl, referralActionsUnder(served, marketingPolicy, versions), options.formTargets ?? [], {
      versions,
      policy: served,
    }),
    marketingSite(marketingUrl, marketingActions),
  ]
    .map((site) => (options.policies ? underPolicy(site, options.policies, versions) : site))
    .map((site) => ({ ...site, gate: options.listening?.(site.gate) ?? site.gate }))
  const watch = Object.assign((...[, , , serve]: [unknown, unknown, unknown, () => Promise<Response>]) => serve(), {
    failed: problems.note,
  })
  const apps = sites.map((site) => ({
    host: site.url.hostname,
    app: siteApp({ site, services, assets: built, watch, addressOf: addressOf(true) }),
  }))
  const root = hostRouter({ sites: apps })
  const query = async <Row>(text: string, values: readonly unknown[] = []) =>
    (await owner.query(text, values.map(toParameter))).rows as Row[]
  return {
    database,
    request,
    worker,
    services,
    clock,
    sql: query,
    fetch: async (asked) => root.fetch(asked),
    async browser(who) {
      const browser = new Browser((asked) => Promise.resolve(root.fetch(asked)), referralUrl)
      if (who) browser.setCookie('session', await logInDirectly(query, who))
      return browser
    },
    async close() {
      await Promise.all([request.close(), worker.close(), owner.end()])
      await database.drop()
    },
  }
}

type Policies = { readonly referral: PolicyModel; readonly marketing: PolicyModel }

function underPolicy(site: Site, { referral, marketing }: Policies, versions: readonly PolicyVersion[]): Site {
  return site.name === 'referral'
    ? { ...site, gate: openGate(referral), actions: referralActionsUnder(referral, marketing, versions) }
    : { ...site, gate: openGate(marketing), actions: marketingActionsUnder(marketing) }
}

async function logInDirectly(
  query: World['sql'],
  who: { userId: Id<'user'> } | { personId: Id<'person'> },
): Promise<string> {
  const { token, hash } = newToken()
  const user = 'userId' in who ? who.userId : null
  const person = 'personId' in who ? who.personId : null
  await acceptTerms(query, { user, person })
  await query(
    `insert into web_sessions (token_hash, kind, user_id, person_id, csrf_secret, ends_at, idle_minutes)
     values ($1, $2, $3, $4, 'a-secret-for-tests', now() + interval '8 hours', 60)`,
    [hash, user ? 'staff' : 'patient', user, person],
  )
  return token
}

/** Most tests are about somebody who has accepted the terms long ago. */
export async function acceptTerms(
  query: World['sql'],
  { user, person }: { readonly user: string | null; readonly person: string | null },
): Promise<void> {
  const accepted = await query('select from terms_acceptances where user_id = $1 or person_id = $2', [user, person])
  if (accepted.length > 0) return
  await query(
    `with event as (select append_audit_event('terms.accept', '{}', null, null, null))
     insert into terms_acceptances (id, site, version, terms_hash, user_id, person_id, language, accepted_at)
     select gen_random_uuid(), 'referral', 1, sha256(''), $1, $2, 'da', now() from event`,
    [user, person],
  )
}
