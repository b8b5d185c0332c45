import type { Temporal } from 'temporal-polyfill'
import type { Language } from '#kernel/language.ts'
import type { CookieQuestion } from '#policy/cookie-question.ts'
import type { OptionalKind } from '#policy/cookies.ts'

/** Who the reader of a page is, as far as its frame must show it. */
export type Reader =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'patient'; readonly name: string | null }
  | { readonly kind: 'staff'; readonly name: string; readonly organisation: string }

export type NavigationLink = { readonly href: string; readonly label: string; readonly current: boolean }

/** What the foot of every page says about who is responsible (promise T2.1), and the site's own name. */
export type SiteLook = {
  readonly name: string
  readonly tagline: string
  readonly controller: { readonly name: string; readonly address: string; readonly cvr: string; readonly email: string }
  readonly footLinks: readonly { readonly href: string; readonly label: string }[]
}

/** What the reader has been asked and has answered about cookies, and what the page may show because of it. */
export type PageConsent = {
  /** Null where the site sets nothing that needs a yes. */
  readonly question: CookieQuestion | null
  /** Where an answer is posted to, and where there is more to read; null where nothing is asked. */
  readonly at: { readonly answer: string; readonly read: string } | null
  /** Names the question in every language. */
  readonly version: string
  /** The answer that counts now, under its random number; null until there is one. */
  readonly choice: { readonly consentId: string; readonly chosenAt: Temporal.Instant } | null
  readonly kinds: readonly OptionalKind[]
  readonly scripts: readonly { readonly id: string; readonly src: string }[]
  /** Where the page tells our server what broke in the browser; null where the site tracks no errors. */
  readonly errorsAt: string | null
  /** The embedded contents that are open, by id; the others show their placeholders. */
  readonly embeds: readonly string[]
  /** What may not lie in this browser, as `session-storage:name`: an island clears it away. */
  readonly refused: readonly string[]
}

/** The maintenance that a page tells of: near, or under way. */
export type PageMaintenance = {
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly isRunning: boolean
  readonly readOnly: boolean
  readonly text: string
  /** Where there is more to read. */
  readonly readAt: string
}

/** What a view knows of the request besides its own data. Made once a request by `platform/http`. */
export type Page = {
  readonly language: Language
  /** Path and query of this page, for the language switch and the way back after log-in. */
  readonly path: string
  readonly csrfToken: string
  readonly nonce: string
  readonly now: Temporal.Instant
  readonly site: SiteLook
  readonly reader: Reader
  readonly navigation: readonly NavigationLink[]
  /** A line told once after a redirect ("Your appointment is confirmed"). */
  readonly notice: string | null
  readonly maintenance: PageMaintenance | null
  readonly consent: PageConsent
  /** Where the reader logs in and out, and switches language; null where the site has none. */
  readonly links: { readonly logOut: string | null; readonly language: string; readonly home: string }
}

/** What a person typed and what was wrong with it, so that a form comes back as it was sent. */
export type FormState = {
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly errors: readonly { readonly field: string; readonly message: string }[]
  /** What stands above the errors, where it is not the form that is wrong. */
  readonly heading?: string
}

export const emptyForm: FormState = { values: {}, errors: [] }
