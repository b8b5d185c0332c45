import { texts } from '#kernel/language.ts'
import { activity, grant } from '#policy/model.ts'

export const watchOverPrivacy = activity({
  id: 'operation.oversight',
  name: texts('Tilsyn med privatlivet', 'Watching over privacy'),
  sentence: texts(
    'Vi holder øje med, at reglerne bliver fulgt: hvor mange samtykker, anmodninger og sletninger der er. Det er kun tal og viser ikke, hvem det handler om.',
    'We watch that the rules are kept: how many consents, requests and erasures there are. These are counts only and do not show whom they are about.',
  ),
  purpose: 'operation',
  role: 'controller',
  basis: {
    article6: 'legal-obligation',
    law: texts('databeskyttelsesforordningens artikel 5, stk. 2, og artikel 24', 'GDPR Articles 5(2) and 24'),
  },
  article9: null,
  subjects: ['nobody'],
  data: ['none'],
  source: ['operator'],
  recipients: [],
  processors: ['hosting'],
  thirdCountries: 'none',
  retention: {
    from: 'recorded',
    maximum: {
      period: 'P0D',
      because: texts(
        'Det er tal uden navne; intet andet gemmes.',
        'These are counts without names; nothing else is stored.',
      ),
    },
  },
  grants: [
    grant('oversight.view', ['operator:administrator', 'operator:data-protection-officer']),
    grant('oversight.count', ['system']),
  ],
  promises: ['T6.3', 'R2.4'],
})
