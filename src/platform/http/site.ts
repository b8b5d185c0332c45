import type { Language, Texts } from '#kernel/language.ts'
import type { SiteLook } from '#platform/html/page.ts'
import type { Actor } from '#policy/actor.ts'
import type { Gate } from '#policy/gate.ts'
import type { Action } from './action.ts'

/** One web site: told apart by host name, with its own policy, its own looks and its own set of actions. */
export type Site = {
  readonly name: string
  readonly url: URL
  readonly gate: Gate
  readonly look: Texts<SiteLook>
  /** The links of the head for this reader; `current` is worked out from the path. */
  readonly navigation: (actor: Actor, language: Language) => readonly { href: string; label: string }[]
  /** Other origins that a form of ours may lead to by redirect: the eID broker's. */
  readonly formTargets: readonly string[]
  readonly links: {
    readonly home: string
    readonly logIn: string | null
    readonly logOut: string | null
    readonly language: string
    /** Where the cookie question is answered and explained; null where the site has none. */
    readonly cookies: { readonly answer: string; readonly read: string } | null
  }
  /** The version of the terms that those who log in must have accepted, or a later one, and where they do; null where nobody logs in. */
  readonly terms: { readonly version: number; readonly at: string } | null
  readonly actions: readonly Action[]
}
