import type { Action } from '#platform/http/action.ts'
import type { PolicyVersion } from '#policy/version.ts'
import { acceptTerms, showTerms } from './accept-terms.ts'

export { termsTasks, termsTimetable } from './tell-change.ts'
export { termsCatalogue } from './terms.data.ts'

/** What somebody meets after log-in who has not accepted the terms. */
export const termsActions = (versions: readonly PolicyVersion[]): readonly Action[] => [
  showTerms(versions),
  acceptTerms(versions),
]
