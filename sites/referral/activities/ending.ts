import { texts } from '#kernel/language.ts'
import { activity, grant } from '#policy/model.ts'

export const endAgreements = activity({
  id: 'customers.ending',
  name: texts('Når en aftale slutter', 'When an agreement ends'),
  sentence: texts(
    'Slutter et selskab eller en klinik hos os, lukker vi adgangen med det samme, aflyser kommende tider, giver dig besked og sletter medarbejdernes oplysninger. En klinik kan hente sine journaler i tre måneder.',
    'When an insurer or a clinic leaves us, we close its access at once, cancel coming appointments, tell you, and erase the details of its staff. A clinic can fetch its journals for three months.',
  ),
  purpose: 'customer-administration',
  role: 'controller',
  basis: {
    article6: 'legal-obligation',
    law: texts(
      'databeskyttelsesforordningens artikel 5, stk. 1, litra e, 17, stk. 1, litra a, og 28, stk. 3, litra g',
      'GDPR Articles 5(1)(e), 17(1)(a) and 28(3)(g)',
    ),
  },
  article9: { condition: 'legal-claims' },
  subjects: ['business-contact', 'staff', 'patient'],
  data: ['business-contact', 'credentials', 'booking', 'health.request'],
  source: ['operator'],
  recipients: ['patient', 'insurer', 'clinic'],
  processors: ['hosting', 'messages'],
  thirdCountries: 'none',
  retention: {
    from: 'agreement-end',
    maximum: {
      period: 'P3M',
      because: texts(
        'Venter en journal eller en anmodning, kan administratorer hente og svare i tre måneder, den længste frist i artikel 12, stk. 3. Ellers slettes kontakterne straks.',
        'While a journal or a request waits, administrators can fetch and answer for three months, the longest deadline of Article 12(3). Otherwise contacts are erased at once.',
      ),
    },
  },
  grants: [grant('agreement.end', ['operator:administrator']), grant('agreement.carry-out', ['system'])],
  promises: ['R1.11', 'T19.6'],
})
