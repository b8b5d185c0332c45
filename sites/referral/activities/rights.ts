import { texts } from '#kernel/language.ts'
import { activity, grant } from '#policy/model.ts'

const controllers = ['insurer:administrator', 'insurer:case-handler', 'clinic:administrator'] as const
/** Whoever has left still answers what was asked before. */
const answerers = [...controllers, 'insurer:former-administrator', 'clinic:former-administrator'] as const

export const answerRequests = activity({
  id: 'rights.requests',
  name: texts('Anmodninger om rettigheder', 'Requests about rights'),
  sentence: texts(
    'Du kan få indsigt, rette, slette, begrænse, flytte og gøre indsigelse ét sted. Vi giver din anmodning videre til den, der skal svare, og holder øje med fristen.',
    'You can get access, correct, erase, restrict, move and object in one place. We pass your request on to whoever must answer, and watch the deadline.',
  ),
  purpose: 'transparency',
  role: 'processor',
  onBehalfOf: ['insurer', 'clinic'],
  basis: {
    article6: 'legal-obligation',
    law: texts('databeskyttelsesforordningens artikel 12 og 15-22', 'GDPR Articles 12 and 15-22'),
  },
  article9: { condition: 'legal-claims' },
  subjects: ['patient'],
  data: ['contact', 'cpr', 'booking', 'health.referral', 'health.course', 'consent-history', 'access-history'],
  source: ['patient', 'insurer', 'clinic'],
  recipients: ['insurer', 'clinic', 'patient'],
  processors: ['hosting', 'messages'],
  thirdCountries: 'none',
  retention: {
    from: 'answered',
    maximum: {
      period: 'P5Y',
      because: texts(
        'Så længe der kan klages, skal det kunne vises, at anmodningen blev besvaret.',
        'While a complaint can be made, it must be possible to show that the request was answered.',
      ),
    },
  },
  grants: [
    grant('my-rights.view', ['patient'], 'own'),
    grant('my-rights.request', ['patient'], 'own'),
    grant('my-request.view', ['patient'], 'own'),
    grant('my-copy.download', ['patient'], 'own'),
    grant('rights-request.list', answerers),
    grant('rights-request.register', controllers),
    grant('rights-request.view', answerers, 'own-organisation'),
    grant('rights-request.answer', answerers, 'own-organisation'),
    grant('rights-request.carry-out', ['system']),
    grant('rights-overview.list', ['operator:administrator', 'operator:data-protection-officer']),
  ],
  promises: ['T3.1', 'T5.1', 'T5.2', 'T5.3', 'T5.4', 'T5.5', 'T5.6', 'T5.8', 'R1.13', 'R2.7', 'R3.1'],
})
