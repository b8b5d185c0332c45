import type { Texts } from '#kernel/language.ts'

/** The four kinds of R1.12. All but the necessary wait for consent. */
export const cookieKinds = ['necessary', 'functional', 'statistics', 'marketing'] as const
export type CookieKind = (typeof cookieKinds)[number]

/** The kinds that somebody must have said yes to. */
export const optionalKinds = ['functional', 'statistics', 'marketing'] as const
export type OptionalKind = (typeof optionalKinds)[number]

export type Lifetime = 'browser-session' | { readonly days: number } | { readonly minutes: number }

/** One cookie as the register declares it; what a browser receives must be exactly this (T7.3, R4.2). */
export type Cookie = {
  readonly name: string
  readonly kind: CookieKind
  readonly purpose: Texts<string>
  /** Until the browser closes, or this long. */
  readonly lifetime: Lifetime
  /** `us`, or the processor that sets it. */
  readonly setBy: string
  /** Where the browser keeps it. The law makes no difference; a cookie unless said otherwise. */
  readonly keptIn?: 'local-storage' | 'session-storage'
}

/** Seconds, or null for what goes when the browser closes. */
export function secondsOf(lifetime: Lifetime): number | null {
  if (lifetime === 'browser-session') return null
  return 'days' in lifetime ? lifetime.days * 24 * 3600 : lifetime.minutes * 60
}

/** The cookie that remembers the answer to the cookie question. A register with optional kinds must have it. */
export const choiceCookieName = 'cookie-choice'
