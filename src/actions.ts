import { caseActions } from '#features/cases/index.ts'
import { viewPrivacy } from '#features/policy-pages/index.ts'
import { chooseLanguage, viewHome } from '#features/public-pages/index.ts'
import type { Action } from '#platform/http/action.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { referralPolicy } from '#sites/referral/policy.ts'

/** Everything that can be done on the booking site. */
export const referralActions: readonly Action[] = [
  viewHome,
  chooseLanguage,
  viewPrivacy(referralPolicy),
  ...caseActions,
]

/** Everything that can be done on the operator's public site. */
export const marketingActions: readonly Action[] = [chooseLanguage, viewPrivacy(marketingPolicy)]
