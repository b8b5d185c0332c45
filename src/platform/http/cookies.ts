import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { type Language, languages } from '#kernel/language.ts'
import type { CookieChange } from './answer.ts'

/** The only cookies this code sets. Names carry `__Host-` under TLS, so that no subdomain can plant them. */
const cookieName = { session: 'session', antiForgery: 'anti-forgery', language: 'language' } as const
const aYearInSeconds = 365 * 24 * 3600

export type CookieJar = {
  readonly sessionToken: string | null
  readonly antiForgery: string | null
  readonly language: Language | null
}

const isSecure = (site: URL) => site.protocol === 'https:'

export function readCookies(c: Context, site: URL): CookieJar {
  const read = (name: string) => getCookie(c, name, isSecure(site) ? 'host' : undefined) ?? null
  const language = read(cookieName.language)
  return {
    sessionToken: read(cookieName.session),
    antiForgery: read(cookieName.antiForgery),
    language: languages.find((known) => known === language) ?? null,
  }
}

export function writeCookie(c: Context, site: URL, change: CookieChange | { kind: 'anti-forgery'; secret: string }) {
  const base = { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(site) } as const
  const options = isSecure(site) ? { ...base, prefix: 'host' as const } : base
  switch (change.kind) {
    case 'session-starts':
      return setCookie(c, cookieName.session, change.token, options)
    case 'session-ends':
      return deleteCookie(c, cookieName.session, options)
    case 'language':
      return setCookie(c, cookieName.language, change.language, { ...options, maxAge: aYearInSeconds })
    case 'anti-forgery':
      return setCookie(c, cookieName.antiForgery, change.secret, options)
  }
}
