import { policy } from '#policy/model.ts'
import { measures } from '../measures.ts'
import { controller, eidBroker, hosting, messages, necessaryCookies } from '../operator.ts'
import { terms } from '../terms.ts'
import * as administration from './activities/administration.ts'
import { tellAuthorities } from './activities/authorities.ts'
import { endAgreements } from './activities/ending.ts'
import * as keeping from './activities/keeping.ts'
import { maintainTheSite } from './activities/maintenance.ts'
import * as oversight from './activities/oversight.ts'
import * as rights from './activities/rights.ts'
import * as treatment from './activities/treatment.ts'

/**
 * What the booking site processes, why, on what basis, for whom and how long. What is not granted here is refused.
 * In the order in which a reader meets it: the patient's way first.
 */
export const referralPolicy = policy({
  site: 'referral',
  version: '1',
  validFrom: '2026-11-01',
  change: null,
  controller,
  terms,
  measures,
  activities: [
    treatment.writeReferral,
    treatment.keepCases,
    treatment.markConsent,
    treatment.transfer,
    treatment.keepAppointments,
    treatment.followCourse,
    tellAuthorities,
    treatment.showWhoKnows,
    rights.answerRequests,
    rights.giveCopies,
    rights.answerDirectRequests,
    keeping.keepNoLonger,
    administration.letPeopleIn,
    administration.agreeOnTerms,
    administration.administerUsers,
    administration.administerCustomers,
    endAgreements,
    administration.answerLeads,
    ...Object.values(oversight),
    administration.runTheSite,
    maintainTheSite,
    administration.showPublicPages,
  ],
  cookies: necessaryCookies,
  processors: [hosting, messages, eidBroker],
  thirdParties: [],
  thirdCountries: 'none',
})
