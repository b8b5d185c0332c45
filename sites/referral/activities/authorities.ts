import { texts } from '#kernel/language.ts'
import { dataWithinReach } from '#policy/disclosure-laws.ts'
import { activity, grant } from '#policy/model.ts'
import { disclosureLaws } from '../disclosure-laws.ts'
import { afterTheCourse } from '../periods.ts'

/** Whoever is responsible for the data answers for what the law demands of them. */
const controllers = ['insurer:administrator', 'clinic:administrator'] as const

export const tellAuthorities = activity({
  id: 'referral.authority',
  name: texts(
    'Når en lov giver en myndighed ret til oplysninger',
    'When a law gives an authority a right to information',
  ),
  sentence: texts(
    'En myndighed får kun oplysninger om dig, når en bestemt lov kræver det. Selskabet eller klinikken skriver, hvilken lov, hvilken myndighed og hvorfor, og du kan se det.',
    'An authority receives information about you only when a certain law demands it. The insurer or the clinic notes which law, which authority and why, and you can see it.',
  ),
  purpose: 'legal-duty',
  role: 'processor',
  onBehalfOf: ['insurer', 'clinic'],
  basis: {
    article6: 'legal-obligation',
    law: texts('den lov, der er nævnt ved hver videregivelse', 'the law that is named with each disclosure'),
  },
  article9: {
    condition: 'public-interest',
    law: texts(
      'den nævnte lov; for klinikker sundhedsloven § 43, stk. 2, nr. 1',
      'the law that is named; for clinics Danish Health Act, section 43(2)(1)',
    ),
  },
  subjects: ['patient'],
  data: [...dataWithinReach, 'access-history', 'business-contact'],
  keptElsewhere: ['health.referral'],
  source: ['insurer', 'clinic', 'patient'],
  recipients: ['authority'],
  processors: ['hosting'],
  thirdCountries: 'none',
  retention: afterTheCourse,
  laws: disclosureLaws,
  grants: [
    grant('authority-disclosure.view', controllers, 'own-organisation'),
    grant('authority-disclosure.create', controllers, 'own-organisation'),
  ],
  promises: ['T8.1', 'T4.4', 'R1.14'],
})
