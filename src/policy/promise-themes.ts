import type { Texts } from '#kernel/language.ts'
import { consent } from './promised/consent.ts'
import { cookies } from './promised/cookies.ts'
import { keeping } from './promised/keeping.ts'
import { onlineCare } from './promised/online-care.ts'
import { openness } from './promised/openness.ts'
import { rights } from './promised/rights.ts'
import { safety } from './promised/safety.ts'
import { sight } from './promised/sight.ts'
import { visits } from './promised/visits.ts'

/** Promises that belong together for whoever reads them, with the words that they read. */
export type PromiseTheme = {
  readonly title: Texts<string>
  /** By id, in the order they are read. */
  readonly promises: Readonly<Record<string, Texts<string>>>
}

/** What a patient looks for first stands first; what is not open yet stands last. */
export const promiseThemes: readonly PromiseTheme[] = [
  sight,
  consent,
  keeping,
  rights,
  visits,
  safety,
  cookies,
  openness,
  onlineCare,
]

/** What people read of a promise. Throws for one that no theme has. */
export function textOf(id: string): Texts<string> {
  const text = promiseThemes.map(({ promises }) => promises[id]).find((found) => found !== undefined)
  if (!text) throw new Error(`Nothing says in plain words what ${id} promises`)
  return text
}
