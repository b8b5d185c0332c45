import type { Texts } from '#kernel/language.ts'
import { textOf } from './promise-themes.ts'

/**
 * What the services promise, by the ids that policy, tests and report share. `T` is the telemedicine clinic, `R` the referral platform, `X`
 * what this product adds. `name` is what we call it among ourselves, `text` what people read of it. `by` names the files that enforce it; the
 * tests that show it carry its id in their names.
 */
export type Promised = {
  readonly id: string
  readonly name: string
  readonly text: Texts<string>
  readonly by: readonly string[]
}

/** Throws for a promise that no theme has words for. */
export const promised = (id: string, name: string, ...by: readonly string[]): Promised => ({
  id,
  name,
  text: textOf(id),
  by,
})
