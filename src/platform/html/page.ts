import type { Temporal } from 'temporal-polyfill'
import type { Language } from '#kernel/language.ts'

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
  /** Where the reader logs in and out, and switches language; null where the site has none. */
  readonly links: { readonly logOut: string | null; readonly language: string; readonly home: string }
}

/** What a person typed and what was wrong with it, so that a form comes back as it was sent. */
export type FormState = {
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly errors: readonly { readonly field: string; readonly message: string }[]
}

export const emptyForm: FormState = { values: {}, errors: [] }
