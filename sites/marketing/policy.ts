import { texts } from '#kernel/language.ts'
import { activity, grant, policy } from '#policy/model.ts'
import { controller, cookiesOfPublicPages, processors } from '../operator.ts'

const answerContact = activity({
  id: 'marketing.contact',
  sentence: texts(
    'Skriver du til os, bruger vi dit navn, din virksomhed, dit telefonnummer og din e-mail til at svare dig, og til intet andet.',
    'If you write to us, we use your name, company, phone number and e-mail to answer you, and for nothing else.',
  ),
  purpose: 'contact',
  role: 'controller',
  basis: { article6: 'legitimate-interests', law: 'GDPR art. 6(1)(f): to answer those who ask' },
  article9: null,
  subjects: ['business-contact'],
  data: ['business-contact'],
  source: ['visitor'],
  recipients: [],
  thirdCountries: 'none',
  retention: {
    from: 'last-contact',
    maximum: { period: 'P6M', because: 'Kept while cooperation is considered, until the review date passes' },
  },
  grants: [grant('contact.send', ['anyone'])],
  promises: ['R2.11', 'T9.1', 'T9.2'],
})

const showPages = activity({
  id: 'marketing.pages',
  sentence: texts(
    'Siderne kan læses af alle, uden log-in og uden cookies.',
    'The pages can be read by everybody, without log-in and without cookies.',
  ),
  purpose: 'operation',
  role: 'controller',
  basis: { article6: 'legitimate-interests', law: 'GDPR art. 6(1)(f)' },
  article9: null,
  subjects: ['nobody'],
  data: ['none'],
  source: ['operator'],
  recipients: [],
  thirdCountries: 'none',
  retention: { from: 'recorded', maximum: { period: 'P0D', because: 'Nothing is stored' } },
  grants: [
    grant('marketing.view', ['anyone']),
    grant('privacy.view', ['anyone']),
    grant('language.choose', ['anyone']),
  ],
  promises: ['T2.1', 'T7.4'],
})

/** What the operator's public site processes. */
export const marketingPolicy = policy({
  site: 'marketing',
  version: '1',
  validFrom: '2026-11-01',
  controller,
  activities: [answerContact, showPages],
  cookies: cookiesOfPublicPages,
  processors,
  thirdCountries: 'none',
})
