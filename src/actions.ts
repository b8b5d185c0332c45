import { agreementActions } from '#features/agreements/index.ts'
import { apiActions } from '#features/api/index.ts'
import { appointmentActions } from '#features/appointments/index.ts'
import { authorityActions } from '#features/authorities/index.ts'
import { caseActions } from '#features/cases/index.ts'
import { clinicCalendarActions } from '#features/clinic-calendar/index.ts'
import { cookieActions, cookieAnswerActions } from '#features/cookies/index.ts'
import { coursesActions } from '#features/courses/index.ts'
import { directRequestActions } from '#features/direct-requests/index.ts'
import { enquirerActions } from '#features/enquirers/index.ts'
import { erasureOrderActions } from '#features/erasure-orders/index.ts'
import { identityActions } from '#features/identity/index.ts'
import { importActions } from '#features/imports/index.ts'
import { contactActions, leadActions } from '#features/leads/index.ts'
import { legalHoldActions } from '#features/legal-holds/index.ts'
import { maintenanceActions } from '#features/maintenance/index.ts'
import { marketingPageActions } from '#features/marketing-pages/index.ts'
import { myCasesActions } from '#features/my-cases/index.ts'
import { operationsActions } from '#features/operations/index.ts'
import { organisationActions } from '#features/organisations/index.ts'
import { oversightActions } from '#features/oversight/index.ts'
import { ownDataActions } from '#features/own-copy/index.ts'
import { policyActions, recordActions, viewPromises } from '#features/policy-pages/index.ts'
import { chooseLanguage, viewHome } from '#features/public-pages/index.ts'
import { retentionActions } from '#features/retention/index.ts'
import { rightsActions } from '#features/rights/index.ts'
import { termsActions } from '#features/terms/index.ts'
import type { Action } from '#platform/http/action.ts'
import type { PolicyModel } from '#policy/model.ts'
import type { PolicyVersion } from '#policy/version.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { publishedPromises } from '#sites/promises.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { publishedVersions } from '#sites/versions.ts'

/** The same page on both sites: a reader of one should find what is promised on the other. */
const showPromises = viewPromises(publishedPromises(), [referralPolicy, marketingPolicy])

/**
 * Everything that can be done on the booking site, under a policy of it that had these versions so far. Staff read the public site's record
 * here, too.
 */
export const referralActionsUnder = (
  policy: PolicyModel,
  publicPolicy: PolicyModel,
  versions: readonly PolicyVersion[] = publishedVersions(policy.site),
): readonly Action[] => [
  viewHome,
  chooseLanguage,
  ...policyActions(policy, versions),
  ...recordActions(policy, publicPolicy),
  showPromises,
  ...cookieActions(policy),
  ...identityActions,
  ...termsActions(versions, policy),
  ...caseActions,
  ...authorityActions(policy),
  ...coursesActions,
  ...myCasesActions,
  ...appointmentActions,
  ...clinicCalendarActions,
  ...organisationActions,
  ...agreementActions(referralPolicy),
  ...operationsActions,
  ...maintenanceActions,
  ...oversightActions([policy, publicPolicy]),
  ...leadActions(policy),
  ...importActions(policy),
  ...apiActions(policy),
  ...retentionActions(policy),
  ...legalHoldActions(policy),
  ...erasureOrderActions,
  ...rightsActions(policy),
  ...ownDataActions(policy),
  ...directRequestActions(policy),
  ...enquirerActions(policy),
]

/** Everything that can be done on the operator's public site, under a policy of it. */
export const marketingActionsUnder = (policy: PolicyModel): readonly Action[] => [
  ...marketingPageActions,
  ...contactActions(policy),
  chooseLanguage,
  ...policyActions(policy, publishedVersions(policy.site)),
  showPromises,
  ...cookieActions(policy),
  ...cookieAnswerActions(policy),
]

export const referralActions = referralActionsUnder(referralPolicy, marketingPolicy)
export const marketingActions = marketingActionsUnder(marketingPolicy)
