import { texts } from '#kernel/language.ts'
import { activity, grant, policy } from '#policy/model.ts'
import { measures } from '../measures.ts'
import {
  controller,
  cookiesOfPublicPages,
  hosting,
  leadRetention,
  logRetention,
  messages,
  statisticsProcessor,
} from '../operator.ts'
import { terms } from '../terms.ts'

const answerContact = activity({
  id: 'marketing.contact',
  name: texts('Når du skriver til os', 'When you write to us'),
  sentence: texts(
    'Skriver du til os, bruger vi dit navn, din virksomhed, dit telefonnummer og din e-mail til at svare dig, og til intet andet.',
    'If you write to us, we use your name, company, phone number and e-mail to answer you, and for nothing else.',
  ),
  purpose: 'contact',
  role: 'controller',
  basis: {
    article6: 'legitimate-interests',
    interest: texts('at svare dem, der skriver til os', 'to answer those who write to us'),
  },
  article9: null,
  subjects: ['business-contact'],
  data: ['business-contact'],
  source: ['visitor'],
  recipients: [],
  processors: ['hosting', 'messages'],
  thirdCountries: 'none',
  retention: leadRetention,
  grants: [grant('contact.send', ['anyone'])],
  promises: ['R2.11', 'T9.1', 'T9.2'],
})

const showPages = activity({
  id: 'marketing.pages',
  name: texts('De offentlige sider', 'The public pages'),
  sentence: texts(
    'Siderne kan læses af alle, uden log-in og uden cookies. Vi skriver kort tid ned, hvilke sider der bliver hentet og hvorfra, så vi kan rette fejl og standse angreb.',
    'The pages can be read by everybody, without log-in and without cookies. For a short time we write down which pages are fetched and from where, so that we can mend faults and stop attacks.',
  ),
  purpose: 'operation',
  role: 'controller',
  basis: {
    article6: 'legitimate-interests',
    interest: texts('at drive en side, der virker', 'to run a site that works'),
  },
  article9: null,
  subjects: ['visitor'],
  data: ['technical'],
  source: ['visitor'],
  recipients: [],
  processors: ['hosting'],
  thirdCountries: 'none',
  retention: logRetention,
  grants: [
    grant('marketing.view', ['anyone']),
    grant('privacy.view', ['anyone']),
    grant('language.choose', ['anyone']),
  ],
  promises: ['T2.1', 'T7.4'],
})

const keepCookieChoices = activity({
  id: 'marketing.cookie-choices',
  name: texts('Dit svar om cookies', 'Your answer about cookies'),
  sentence: texts(
    'Vi gemmer dit svar om cookies under et tilfældigt nummer, uden IP-adresse og navn, så vi kan vise, hvad du har sagt ja eller nej til.',
    'We keep your answer about cookies under a random number, without IP address and name, so that we can show what you said yes or no to.',
  ),
  purpose: 'operation',
  role: 'controller',
  basis: {
    article6: 'legal-obligation',
    law: texts(
      'databeskyttelsesforordningens artikel 7, stk. 1; cookiebekendtgørelsen (BEK nr 1148 af 09/12/2011)',
      'GDPR Article 7(1); the Danish cookie order (BEK nr 1148 of 9 December 2011)',
    ),
  },
  article9: null,
  subjects: ['visitor'],
  data: ['cookie-choices'],
  source: ['visitor'],
  recipients: [],
  processors: ['hosting'],
  thirdCountries: 'none',
  retention: {
    from: 'recorded',
    maximum: {
      period: 'P24M',
      because: texts(
        'Svaret skal kunne vises lige så længe, efter at det er udløbet, som det gjaldt.',
        'It must be possible to show the answer for as long after it ran out as it counted.',
      ),
    },
  },
  grants: [grant('cookies.choose', ['anyone']), grant('privacy.view', ['anyone']), grant('cookies.erase', ['system'])],
  promises: ['R1.8', 'R4.1', 'R4.3', 'T14.2'],
})

const countVisits = activity({
  id: 'marketing.statistics',
  name: texts('Statistik over besøg', 'Visitor statistics'),
  sentence: texts(
    'Siger du ja til statistik, tæller vi, hvilke sider der bliver læst. Din IP-adresse bliver afkortet, så den ikke peger på dig.',
    'If you say yes to statistics, we count which pages are read. Your IP address is cut short so that it does not point to you.',
  ),
  purpose: 'operation',
  role: 'controller',
  basis: { article6: 'consent', form: { kind: 'cookie-question' } },
  article9: null,
  subjects: ['visitor'],
  data: ['technical'],
  source: ['visitor'],
  recipients: [],
  processors: ['hosting'],
  thirdCountries: 'none',
  retention: {
    from: 'recorded',
    maximum: {
      period: 'P365D',
      because: texts('Så kan et år sammenlignes med året før.', 'So that a year can be compared with the year before.'),
    },
  },
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
  measures,
  activities: [answerContact, showPages, keepCookieChoices, countVisits],
  cookies: cookiesOfPublicPages,
  processors: [hosting, messages, statisticsProcessor],
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
