import { policy } from '#policy/model.ts'
import { controller, necessaryCookies, processors } from '../operator.ts'
import { terms } from '../terms.ts'
import * as administration from './activities/administration.ts'
import * as oversight from './activities/oversight.ts'
import * as rights from './activities/rights.ts'
import * as treatment from './activities/treatment.ts'

/** What the booking site processes, why, on what basis, for whom and how long. What is not granted here is refused. */
export const referralPolicy = policy({
  site: 'referral',
  version: '1',
  validFrom: '2026-11-01',
  controller,
  terms,
  activities: [
    ...Object.values(treatment),
    ...Object.values(administration),
    ...Object.values(oversight),
    ...Object.values(rights),
  ],
  cookies: necessaryCookies,
  processors,
  thirdParties: [],
  thirdCountries: 'none',
})
