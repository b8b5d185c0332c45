import { texts } from '#kernel/language.ts'
import { activity, grant } from '#policy/model.ts'

export const watchOverPrivacy = activity({
  id: 'operation.oversight',
  sentence: texts(
    'Vi holder øje med, at reglerne bliver fulgt: hvor mange samtykker, anmodninger og sletninger der er. Det er kun tal og viser ikke, hvem det handler om.',
    'We watch that the rules are kept: how many consents, requests and erasures there are. These are counts only and do not show whom they are about.',
  ),
  purpose: 'operation',
  role: 'controller',
  basis: { article6: 'legal-obligation', law: 'GDPR art. 5(2) and 24' },
  article9: null,
  subjects: ['nobody'],
  data: ['none'],
  source: ['operator'],
  recipients: [],
  thirdCountries: 'none',
  retention: {
    from: 'recorded',
    maximum: { period: 'P0D', because: 'Counts that name nobody; nothing else is stored' },
  },
  grants: [grant('oversight.view', ['operator:administrator', 'operator:data-protection-officer'])],
  promises: ['T6.3', 'R2.4'],
})
