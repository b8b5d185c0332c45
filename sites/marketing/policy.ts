import { texts } from '#kernel/language.ts'
import { activity, grant, policy } from '#policy/model.ts'
import { controller, cookiesOfPublicPages, processors, statisticsProcessor } from '../operator.ts'
import { terms } from '../terms.ts'

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

const keepCookieChoices = activity({
  id: 'marketing.cookie-choices',
  sentence: texts(
    'Vi gemmer dit svar om cookies under et tilfældigt nummer, uden IP-adresse og navn, så vi kan vise, hvad du har sagt ja eller nej til.',
    'We keep your answer about cookies under a random number, without IP address and name, so that we can show what you said yes or no to.',
  ),
  purpose: 'operation',
  role: 'controller',
  basis: { article6: 'legal-obligation', law: 'GDPR art. 7(1); BEK nr 1148 af 09/12/2011' },
  article9: null,
  subjects: ['visitor'],
  data: ['cookie-choices'],
  source: ['visitor'],
  recipients: [],
  thirdCountries: 'none',
  retention: {
    from: 'recorded',
    maximum: { period: 'P24M', because: 'An answer counts for 12 months and can be shown for as long again' },
  },
  grants: [grant('cookies.choose', ['anyone'])],
  promises: ['R1.8', 'R4.1', 'R4.3', 'T14.2'],
})

const countVisits = activity({
  id: 'marketing.statistics',
  sentence: texts(
    'Siger du ja til statistik, tæller vi, hvilke sider der bliver læst. Din IP-adresse bliver afkortet, så den ikke peger på dig.',
    'If you say yes to statistics, we count which pages are read. Your IP address is cut short so that it does not point to you.',
  ),
  purpose: 'operation',
  role: 'controller',
  basis: { article6: 'consent' },
  article9: null,
  subjects: ['visitor'],
  data: ['technical'],
  source: ['visitor'],
  recipients: [],
  thirdCountries: 'none',
  retention: { from: 'recorded', maximum: { period: 'P365D', because: 'A year can be compared with the year before' } },
  grants: [],
  promises: ['T14.1', 'T14.2', 'R4.1'],
})

/** What the operator's public site processes. */
export const marketingPolicy = policy({
  site: 'marketing',
  version: '1',
  validFrom: '2026-11-01',
  change: null,
  controller,
  terms,
  activities: [answerContact, showPages, keepCookieChoices, countVisits],
  cookies: cookiesOfPublicPages,
  processors: [...processors, statisticsProcessor],
  thirdParties: [
    {
      type: 'web-analytics',
      id: 'visit-count',
      processor: 'statistics',
      activity: 'marketing.statistics',
      host: 'stats.klinikbro.localhost',
      waitsFor: 'statistics',
      keeps: ['telemetry-session', 'telemetry-user', 'telemetry-path'],
      script: '/count.js',
      addresses: 'anonymised',
    },
  ],
  thirdCountries: 'none',
})
