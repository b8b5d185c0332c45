import type { Language } from '#kernel/language.ts'
import type { Temporal } from '#kernel/time.ts'
import { csrfToken } from '#platform/crypto/tokens.ts'
import type { Page, PageMaintenance, Reader } from '#platform/html/page.ts'
import {
  isRunning,
  lastEnd,
  type MaintenanceWindow,
  statusPath,
  windowToTell,
} from '#platform/maintenance/maintenance-window.ts'
import { type Consent, pageConsentOf } from './cookie-choice.ts'
import { actorOf, type Session } from './session.ts'
import type { Site } from './site.ts'

export type PageParts = {
  readonly site: Site
  readonly session: Session | null
  readonly language: Language
  readonly url: URL
  readonly nonce: string
  readonly now: Temporal.Instant
  readonly sessionKey: Buffer
  /** The secret that forms are bound to. Asking for it may set the anti-forgery cookie, so it is asked only when a form is shown. */
  readonly formSecret: () => string
  readonly notice: string | null
  readonly consent: Consent
  readonly windows: readonly MaintenanceWindow[]
}

export function pageOf({
  site,
  session,
  language,
  url,
  nonce,
  now,
  sessionKey,
  formSecret,
  notice,
  consent,
  windows,
}: PageParts): Page {
  let token: string | undefined
  return {
    language,
    path: url.pathname + withoutNotice(url),
    get csrfToken() {
      token ??= csrfToken(sessionKey, formSecret())
      return token
    },
    nonce,
    now,
    site: site.look[language],
    reader: readerOf(session),
    navigation: withCurrent(site.navigation(actorOf(session), language), url.pathname),
    notice,
    maintenance: maintenanceOf(windows, now, language),
    consent: pageConsentOf(site, consent, language),
    links: { home: site.links.home, language: site.links.language, logOut: session ? site.links.logOut : null },
  }
}

function maintenanceOf(
  windows: PageParts['windows'],
  now: Temporal.Instant,
  language: Language,
): PageMaintenance | null {
  const told = windowToTell(windows, now)
  if (!told) return null
  const { startsAt, readOnly, text } = told
  const endsAt = lastEnd(
    windows.filter((one) => one.readOnly === readOnly),
    told,
  )
  return { startsAt, endsAt, readOnly, text: text[language], isRunning: isRunning(told, now), readAt: statusPath }
}

function readerOf(session: Session | null): Reader {
  if (session?.kind === 'patient') return { kind: 'patient', name: null }
  if (session?.kind === 'staff' && session.organisation) {
    return { kind: 'staff', name: session.userName ?? '', organisation: session.organisation.name }
  }
  return { kind: 'anonymous' }
}

/** Marks the one link that leads closest to this page: on `/cases/new` that is not `/cases`. */
function withCurrent(links: readonly { href: string; label: string }[], path: string) {
  const [closest] = links
    .filter(({ href }) => path === href || (href !== '/' && path.startsWith(`${href}/`)))
    .sort((a, b) => b.href.length - a.href.length)
  return links.map((link) => ({ ...link, current: link === closest }))
}

function withoutNotice(url: URL): string {
  const search = new URLSearchParams(url.search)
  search.delete('notice')
  return search.size > 0 ? `?${search}` : ''
}
