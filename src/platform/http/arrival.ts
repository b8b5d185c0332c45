import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import type { Temporal } from '#kernel/time.ts'
import { hashToken } from '#platform/crypto/tokens.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Page } from '#platform/html/page.ts'
import type { Actor } from '#policy/actor.ts'
import { type Action, isForMachines, type Visit } from './action.ts'
import { enterApi } from './bearer.sql.ts'
import { type Consent, consentOf } from './cookie-choice.ts'
import { type CookieJar, readCookies } from './cookies.ts'
import { pageOf } from './page-of.ts'
import { actorOf, openSession, type Session } from './session.ts'
import type { SiteAppOptions } from './site-app-options.ts'

/** What is known of a request before its transaction begins. */
export type Arrival = {
  readonly c: Context
  readonly url: URL
  readonly cookies: CookieJar
  readonly nonce: string
  readonly now: Temporal.Instant
  readonly ip: string
  /** False when the address holds characters that nothing of ours could match. */
  readonly readable: boolean
  readonly formSecret: FormSecret
  readonly consent: Consent
  readonly pageFor: (session: Session | null, notice: string | null) => Page
}

/** The secret that an anonymous visitor's forms are bound to. It is made, and its cookie set, only when a form needs it. */
type FormSecret = { readonly fresh: string | null; ask(session: Session | null): string }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const unreadable = /[\0\ud800-\udfff]/

export function arrive(options: SiteAppOptions, c: Context): Arrival {
  const { site, services } = options
  const url = new URL(c.req.url)
  const cookies = readCookies(c, site.url)
  const nonce = randomBytes(16).toString('base64url')
  const now = services.now()
  const formSecret = formSecretFrom(cookies)
  const { sessionKey } = services
  const fromOurPage = c.req.header('sec-fetch-site') === 'same-origin'
  const consent = consentOf(site, { url, receipt: cookies.cookieChoice, sessionKey, now, fromOurPage })
  const windows = services.maintenance.known()
  const base = { site, url, nonce, now, sessionKey, consent, windows }
  return {
    c,
    url,
    cookies,
    nonce,
    now,
    ip: options.addressOf(c),
    readable: hasReadableParams(c.req.param() as Record<string, string>) && hasReadableQuery(url),
    formSecret,
    consent,
    pageFor: (session, notice) => {
      const language = cookies.language ?? session?.language ?? 'da'
      return pageOf({ ...base, session, language, notice, formSecret: () => formSecret.ask(session) })
    },
  }
}

/** Ids are UUIDs: anything else cannot exist, and never reaches the database. */
const hasReadableParams = (params: Record<string, string>) =>
  Object.entries(params).every(([name, value]) =>
    name.endsWith('Id') && name !== 'credentialId' ? uuid.test(value) : !unreadable.test(value),
  )

/** What the database could not hold is no question of anybody's. */
const hasReadableQuery = ({ searchParams }: URL) =>
  [...searchParams].every(([name, value]) => !unreadable.test(name + value))

function formSecretFrom(cookies: CookieJar): FormSecret {
  let fresh: string | null = null
  return {
    get fresh() {
      return fresh
    },
    ask(session) {
      if (session) return session.csrfSecret
      if (cookies.antiForgery) return cookies.antiForgery
      fresh ??= randomBytes(24).toString('base64url')
      return fresh
    },
  }
}

/** Looks up who is asking and makes them the transaction's actor. */
export async function visitOf(options: SiteAppOptions, action: Action, arrival: Arrival, tx: Tx): Promise<Visit> {
  const { c, url, now, ip } = arrival
  const session = isForMachines(action) ? null : await openSession(tx, arrival.cookies.sessionToken)
  const notices = action.definition.notices?.[arrival.cookies.language ?? session?.language ?? 'da']
  const page = arrival.pageFor(session, notices?.[url.searchParams.get('notice') ?? ''] ?? null)
  return {
    params: c.req.param() as Record<string, string>,
    query: url.searchParams,
    actor: action.definition.as === 'api' ? await bearerActor(tx, c) : actorOf(session),
    session,
    language: page.language,
    now,
    services: options.services,
    page,
    request: { ip, headers: c.req.raw.headers, text: () => c.req.text() },
  }
}

async function bearerActor(tx: Tx, c: Context): Promise<Actor> {
  const [, token] = /^Bearer ([\w-]{20,200})$/.exec(c.req.header('authorization') ?? '') ?? []
  const client = token ? await enterApi(tx, hashToken(token)) : null
  if (!client) return { kind: 'anonymous' }
  const { client_id: clientId, organisation_id: organisationId, organisation_kind: organisationKind } = client
  return { kind: 'api', clientId, organisationId, organisationKind }
}
