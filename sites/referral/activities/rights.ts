import { texts } from '#kernel/language.ts'
import { dataOfACase } from '#policy/categories.ts'
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
  subjects: ['patient', 'staff'],
  data: ['contact', 'health.approval', 'health.referral', 'health.request', 'access-history', 'business-contact'],
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
    grant('rights-request.list', answerers),
    grant('rights-request.register', controllers),
    grant('rights-request.view', answerers, 'own-organisation'),
    grant('rights-request.answer', answerers, 'own-organisation'),
    grant('rights-overview.list', ['operator:administrator', 'operator:data-protection-officer']),
  ],
  promises: ['T3.1', 'T5.1', 'T5.2', 'T5.3', 'T5.4', 'T5.5', 'T5.6', 'T5.8', 'R1.13', 'R2.7', 'R3.1'],
})

export const giveCopies = activity({
  id: 'rights.copy',
  name: texts('Din kopi af det hele', 'Your copy of everything'),
  sentence: texts(
    'Du kan til enhver tid læse og hente en kopi af alt, hvad der står om dig her. Det kan kun du.',
    'You can read and download a copy of everything that is held about you here at any time. Only you can.',
  ),
  purpose: 'transparency',
  role: 'processor',
  onBehalfOf: ['insurer', 'clinic'],
  basis: {
    article6: 'legal-obligation',
    law: texts('databeskyttelsesforordningens artikel 15 og 20', 'GDPR Articles 15 and 20'),
  },
  article9: { condition: 'legal-claims' },
  subjects: ['patient', 'staff'],
  data: [...dataOfACase, 'business-contact'],
  source: ['patient', 'insurer', 'clinic', 'operator'],
  recipients: ['patient'],
  processors: ['hosting'],
  thirdCountries: 'none',
  retention: {
    from: 'recorded',
    maximum: {
      period: 'P0D',
      because: texts(
        'Kopien bliver lavet, når du henter den, og ikke gemt her.',
        'The copy is made when you download it, and not kept here.',
      ),
    },
  },
  grants: [grant('my-copy.download', ['patient'], 'own')],
  promises: ['T5.1', 'T5.5'],
})

const administrators = ['insurer:administrator', 'clinic:administrator', 'operator:administrator'] as const
const readers = [...administrators, 'operator:support'] as const

export const answerDirectRequests = activity({
  id: 'rights.direct',
  name: texts('Rettigheder for medarbejdere og andre', 'Rights of staff and others'),
  sentence: texts(
    'Arbejder du med tjenesten, eller har du skrevet til os, kan du se, hente, rette og bede om at få slettet det, vi har om dig. Din administrator eller vi svarer inden for en måned.',
    'If you work with the service or wrote to us, you can see, download, correct and ask to erase what we hold about you. Your administrator or we answer within a month.',
  ),
  purpose: 'transparency',
  role: 'controller',
  basis: {
    article6: 'legal-obligation',
    law: texts('databeskyttelsesforordningens artikel 12 og 15-22', 'GDPR Articles 12 and 15-22'),
  },
  article9: null,
  subjects: ['staff', 'business-contact'],
  data: ['business-contact', 'credentials', 'consent-history', 'access-history'],
  source: ['visitor', 'insurer', 'clinic', 'operator'],
  recipients: ['insurer', 'clinic'],
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
    parts: [
      {
        id: 'enquirer-link',
        what: texts(
          'Et link, vi sender, så du kan se, hvad du har skrevet',
          'A link that we send so that you can see what you wrote',
        ),
        period: 'P1D',
        from: 'recorded',
        because: texts(
          'Linket virker i en time og skal ikke bruges mere.',
          'The link works for an hour and is then of no use.',
        ),
      },
    ],
  },
  grants: [
    grant('own-data.view', ['staff'], 'own'),
    grant('own-data.correct', ['staff'], 'own'),
    grant('own-data.request', ['staff'], 'own'),
    grant('own-request.view', ['staff'], 'own'),
    grant('direct-request.list', readers),
    grant('direct-request.register', administrators),
    grant('direct-request.view', readers, 'own-organisation'),
    grant('direct-request.answer', readers, 'own-organisation'),
    grant('direct-request.tell', ['system']),
    grant('enquirer.ask-link', ['anyone']),
    grant('enquirer.send-link', ['system']),
    grant('enquirer.sweep-links', ['system']),
    grant('enquirer.view', ['anyone'], 'by-link'),
    grant('enquirer.correct', ['anyone'], 'by-link'),
    grant('enquirer.erase', ['anyone'], 'by-link'),
    grant('enquirer.request', ['anyone'], 'by-link'),
  ],
  promises: ['T3.1', 'T5.1', 'T5.2', 'T5.3', 'T5.4', 'T5.5', 'T5.6', 'T5.8', 'R3.1'],
})
