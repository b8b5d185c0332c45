import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { type Language, languages } from '#kernel/language.ts'
import type { CookieChange } from './answer.ts'
import type { Site } from './site.ts'

/** The only cookies this code sets. Names carry `__Host-` under TLS, so that no subdomain can plant them. */
const cookieName = { session: 'session', antiForgery: 'anti-forgery', language: 'language' } as const

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

/**
 * Sets or clears a cookie that the site's register declares, for as long as the register says (T7.2, T7.3).
 * Throws for any other: a cookie that the published list does not have cannot reach a browser.
 */
export function writeCookie(c: Context, site: Site, change: CookieChange | { kind: 'anti-forgery'; secret: string }) {
  const base = { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(site.url) } as const
  const options = isSecure(site.url) ? { ...base, prefix: 'host' as const } : base
  const set = (name: string, value: string) => setCookie(c, name, value, { ...options, ...lifetimeOf(site, name) })
  switch (change.kind) {
    case 'session-starts':
      return set(cookieName.session, change.token)
    case 'session-ends':
      return deleteCookie(c, cookieName.session, options)
    case 'language':
      return set(cookieName.language, change.language)
    case 'anti-forgery':
      return set(cookieName.antiForgery, change.secret)
  }
}

const secondsADay = 24 * 3600

function lifetimeOf({ name: siteName, gate }: Site, name: string): { maxAge?: number } {
  const declared = gate.model.cookies.find((cookie) => cookie.name === name)
  if (!declared) throw new Error(`Cookie ${name} is not in the register of ${siteName}`)
  return declared.lifetime === 'browser-session' ? {} : { maxAge: declared.lifetime.days * secondsADay }
}
