import { apiActions } from '#features/api/index.ts'
import { caseActions } from '#features/cases/index.ts'
import { clinicCalendarActions } from '#features/clinic-calendar/index.ts'
import { coursesActions } from '#features/courses/index.ts'
import { identityActions } from '#features/identity/index.ts'
import { myCasesActions } from '#features/my-cases/index.ts'
import { organisationActions } from '#features/organisations/index.ts'
import { policyActions, recordActions } from '#features/policy-pages/index.ts'
import { chooseLanguage, viewHome } from '#features/public-pages/index.ts'
import { retentionActions } from '#features/retention/index.ts'
import type { Action } from '#platform/http/action.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { referralPolicy } from '#sites/referral/policy.ts'

/** Everything that can be done on the booking site. */
export const referralActions: readonly Action[] = [
  viewHome,
  chooseLanguage,
  ...policyActions(referralPolicy),
  ...recordActions(referralPolicy),
  ...identityActions,
  ...caseActions,
  ...coursesActions,
  ...myCasesActions,
  ...clinicCalendarActions,
  ...organisationActions,
  ...apiActions,
  ...retentionActions(referralPolicy),
]

/** Everything that can be done on the operator's public site. */
export const marketingActions: readonly Action[] = [chooseLanguage, ...policyActions(marketingPolicy)]
