import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { type Language, languages } from '#kernel/language.ts'
import { type Cookie, choiceCookieName, secondsOf } from '#policy/cookies.ts'
import type { CookieChange } from './answer.ts'
import type { Site } from './site.ts'

/** The only cookies this code sets. Names carry `__Host-` under TLS, so that no subdomain can plant them. */
const cookieName = {
  session: 'session',
  antiForgery: 'anti-forgery',
  language: 'language',
  choice: choiceCookieName,
} as const

export type CookieJar = {
  readonly sessionToken: string | null
  readonly antiForgery: string | null
  readonly language: Language | null
  /** The receipt of an answer to the cookie question, as it was sent: not yet verified. */
  readonly cookieChoice: string | null
}

const isSecure = (site: URL) => site.protocol === 'https:'

export function readCookies(c: Context, site: URL): CookieJar {
  const read = (name: string) => getCookie(c, name, isSecure(site) ? 'host' : undefined) ?? null
  const language = read(cookieName.language)
  return {
    sessionToken: read(cookieName.session),
    antiForgery: read(cookieName.antiForgery),
    language: languages.find((known) => known === language) ?? null,
    cookieChoice: read(cookieName.choice),
  }
}

/**
 * Sets or clears a cookie that the site's register declares, for as long as the register says (T7.2, T7.3).
 * Throws for any other: a cookie that the published list does not have cannot reach a browser.
 */
export function writeCookie(c: Context, site: Site, change: CookieChange | { kind: 'anti-forgery'; secret: string }) {
  const set = (name: string, value: string) =>
    setCookie(c, name, value, { ...optionsFor(site), ...lifetimeOf(site, name) })
  switch (change.kind) {
    case 'session-starts':
      return set(cookieName.session, change.token)
    case 'session-ends':
      return deleteCookie(c, cookieName.session, optionsFor(site))
    case 'language':
      return set(cookieName.language, change.language)
    case 'cookies-chosen':
      return set(cookieName.choice, change.receipt)
    case 'kind-ends':
      return clear(c, site, ({ kind }) => kind === change.cookieKind)
    case 'anti-forgery':
      return set(cookieName.antiForgery, change.secret)
  }
}

/** Clears what came without being asked for: what another tab set after a no, or what outlived its consent. */
export function clearUnasked(c: Context, site: Site, kinds: readonly string[]) {
  const sent = getCookie(c)
  clear(
    c,
    site,
    ({ name, kind }) => kind !== 'necessary' && !kinds.includes(kind) && (name in sent || `__Host-${name}` in sent),
  )
}

/** Scripts set theirs without our prefix. */
function clear(c: Context, site: Site, isMeant: (cookie: Cookie) => boolean) {
  const { path, prefix, ...bare } = { prefix: undefined, ...optionsFor(site) }
  for (const cookie of site.gate.model.cookies.filter(isMeant)) {
    if (cookie.keptIn) continue
    deleteCookie(c, cookie.name, cookie.setBy === 'us' && prefix ? { ...bare, path, prefix } : { ...bare, path })
  }
}

function optionsFor({ url }: Site) {
  const base = { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(url) } as const
  return isSecure(url) ? { ...base, prefix: 'host' as const } : base
}

function lifetimeOf({ name: siteName, gate }: Site, name: string): { maxAge?: number } {
  const declared = gate.model.cookies.find((cookie) => cookie.name === name)
  if (!declared) throw new Error(`Cookie ${name} is not in the register of ${siteName}`)
  const seconds = secondsOf(declared.lifetime)
  return seconds === null ? {} : { maxAge: seconds }
}

/** The last look at an answer: throws when it sets a cookie that the register does not have, however it got there (T7.2). */
export function refuseUndeclared(c: Context, site: Site, response: Response): Response {
  const declared = new Set(site.gate.model.cookies.map(({ name }) => name))
  for (const line of response.headers.getSetCookie()) {
    const name = (line.split('=')[0] ?? '').replace(/^__(Host|Secure)-/, '')
    if (declared.has(name)) continue
    // What was meant for this answer must not go out with the page that says that something broke.
    c.header('Set-Cookie', undefined)
    throw new Error(`Cookie ${name} is not in the register of ${site.name}`)
  }
  return response
}
