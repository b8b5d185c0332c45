import type { Texts } from '#kernel/language.ts'

/** The four kinds of R1.12. All but the necessary wait for consent. */
export const cookieKinds = ['necessary', 'functional', 'statistics', 'marketing'] as const
export type CookieKind = (typeof cookieKinds)[number]

/** One cookie as the register declares it; what a browser receives must be exactly this (T7.3, R4.2). */
export type Cookie = {
  readonly name: string
  readonly kind: CookieKind
  readonly purpose: Texts<string>
  /** Until the browser closes, or this many days. */
  readonly lifetime: 'browser-session' | { readonly days: number }
  /** `us`, or the processor that sets it. */
  readonly setBy: string
}
