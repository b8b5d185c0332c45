import { apiActions } from '#features/api/index.ts'
import { appointmentActions } from '#features/appointments/index.ts'
import { caseActions } from '#features/cases/index.ts'
import { clinicCalendarActions } from '#features/clinic-calendar/index.ts'
import { cookieActions, cookieAnswerActions } from '#features/cookies/index.ts'
import { coursesActions } from '#features/courses/index.ts'
import { identityActions } from '#features/identity/index.ts'
import { importActions } from '#features/imports/index.ts'
import { contactActions, leadActions } from '#features/leads/index.ts'
import { marketingPageActions } from '#features/marketing-pages/index.ts'
import { myCasesActions } from '#features/my-cases/index.ts'
import { operationsActions } from '#features/operations/index.ts'
import { organisationActions } from '#features/organisations/index.ts'
import { policyActions, recordActions } from '#features/policy-pages/index.ts'
import { chooseLanguage, viewHome } from '#features/public-pages/index.ts'
import { retentionActions } from '#features/retention/index.ts'
import { rightsActions } from '#features/rights/index.ts'
import type { Action } from '#platform/http/action.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { publishedVersions } from '#sites/versions.ts'

/** Everything that can be done on the booking site. */
export const referralActions: readonly Action[] = [
  viewHome,
  chooseLanguage,
  ...policyActions(referralPolicy, publishedVersions(referralPolicy.site)),
  ...recordActions(referralPolicy),
  ...cookieActions(referralPolicy),
  ...identityActions,
  ...caseActions,
  ...coursesActions,
  ...myCasesActions,
  ...appointmentActions,
  ...clinicCalendarActions,
  ...organisationActions,
  ...operationsActions,
  ...leadActions,
  ...importActions,
  ...apiActions,
  ...retentionActions(referralPolicy),
  ...rightsActions(referralPolicy),
]

/** Everything that can be done on the operator's public site. */
export const marketingActions: readonly Action[] = [
  ...marketingPageActions,
  ...contactActions(marketingPolicy),
  chooseLanguage,
  ...policyActions(marketingPolicy, publishedVersions(marketingPolicy.site)),
  ...cookieActions(marketingPolicy),
  ...cookieAnswerActions(marketingPolicy),
]
