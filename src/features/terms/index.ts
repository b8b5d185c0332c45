import type { Action } from '#platform/http/action.ts'
import type { PolicyModel } from '#policy/model.ts'
import type { PolicyVersion } from '#policy/version.ts'
import { acceptTerms, showTerms } from './accept-terms.ts'

export { termsTasks, termsTimetable } from './tell-change.ts'
export { termsCatalogue } from './terms.data.ts'

/** What somebody meets after log-in who has not accepted the terms. */
export const termsActions = (versions: readonly PolicyVersion[], model: PolicyModel): readonly Action[] => [
  showTerms(versions, model),
  acceptTerms(versions, model),
]
