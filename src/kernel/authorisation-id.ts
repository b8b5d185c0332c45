import { ok, problem, type Result } from './result.ts'

/** A health professional's authorisation: five digits and consonants, upper case. Psychologists have none. */
export type AuthorisationId = string & { readonly __authorisation: true }
export type AuthorisationIdProblem = 'empty' | 'format' | 'placeholder'

/** Published by the authority as ids that belong to no person. */
const placeholders: readonly string[] = ['09YM8', '09YM9', '09YMB']

export function readAuthorisationId(text: string): Result<AuthorisationId, AuthorisationIdProblem> {
  const bare = text.replace(/[\s\u00a0]/g, '').toUpperCase()
  if (bare === '') return problem('empty')
  if (!/^[BCDFGHJKLMNPQRSTVWXYZ0-9]{5}$/.test(bare)) return problem('format')
  return placeholders.includes(bare) ? problem('placeholder') : ok(bare as AuthorisationId)
}
