import { texts } from '#kernel/language.ts'
import { activity, grant } from '#policy/model.ts'
import type { Retention } from '#policy/retention.ts'
import { leadRetention, logRetention } from '../../operator.ts'
import { invitationPart } from '../periods.ts'

const whileAgreed: Retention = {
  from: 'agreement-end',
  maximum: {
    period: 'P0D',
    because: texts(
      'Uden aftale er der ingen grund til at kende nogen hos selskabet eller klinikken.',
      'Without an agreement there is no reason to know anybody at the insurer or clinic.',
    ),
  },
}

const administrators = ['insurer:administrator', 'clinic:administrator', 'operator:administrator'] as const

export const letPeopleIn = activity({
  id: 'access.log-in',
  name: texts('Log ind', 'Logging in'),
  sentence: texts(
    'Du logger ind med MitID, eller som medarbejder med adgangskode og en anden faktor. MitID fortæller os dit CPR-nummer, så vi kan finde din sag. Vi husker dig kun, mens du er logget ind.',
    'You log in with MitID, or as staff with a password and a second factor. MitID tells us your CPR number so that we can find your case. We remember you only while you are logged in.',
  ),
  purpose: 'user-administration',
  role: 'processor',
  onBehalfOf: ['insurer', 'clinic'],
  basis: {
    article6: 'legal-obligation',
    law: texts(
      'databeskyttelsesforordningens artikel 32; databeskyttelsesloven § 11, stk. 2',
      'GDPR Article 32; Danish Data Protection Act, section 11(2)',
    ),
  },
  article9: null,
  subjects: ['patient', 'staff', 'visitor'],
  data: ['credentials', 'cpr', 'business-contact'],
  source: ['eid', 'operator'],
  recipients: [],
  processors: ['hosting', 'messages', 'eid-broker'],
  thirdCountries: 'none',
  retention: {
    from: 'account-end',
    maximum: {
      period: 'P0D',
      because: texts('Retten til at bruge siden ender med adgangen.', 'A right of use ends with the access.'),
    },
  },
  grants: [
    grant('log-in.eid', ['anyone']),
    grant('log-in.staff', ['anyone']),
    grant('log-out', ['anyone']),
    grant('password.reset', ['anyone']),
    grant('invitation.accept', ['anyone']),
    grant('account.view', ['staff'], 'own'),
    grant('account.change', ['staff'], 'own'),
    grant('api.token', ['anonymous']),
    grant('password.send-reset', ['system']),
    grant('session.sweep', ['system']),
  ],
  promises: ['R1.5', 'T19.2', 'T19.6'],
})

export const agreeOnTerms = activity({
  id: 'access.terms',
  name: texts('Vilkår for brug', 'Terms of use'),
  sentence: texts(
    'Vi gemmer, hvilken udgave af vilkårene du har sagt ja til og hvornår, og fortæller dig, når vilkårene ændrer sig.',
    'We keep which version of the terms you accepted and when, and tell you when the terms change.',
  ),
  purpose: 'user-administration',
  role: 'controller',
  basis: { article6: 'contract' },
  article9: null,
  subjects: ['patient', 'staff'],
  data: ['consent-history', 'contact', 'business-contact'],
  source: ['patient', 'operator'],
  recipients: [],
  processors: ['hosting', 'messages'],
  thirdCountries: 'none',
  retention: {
    from: 'account-end',
    maximum: {
      period: 'P0D',
      because: texts('Vilkårene ender med retten til at bruge siden.', 'The terms end with the right to use the site.'),
    },
  },
  grants: [grant('terms.accept', ['patient', 'staff'], 'own'), grant('terms.tell-change', ['system'])],
  promises: ['T1.1', 'T19.5', 'R5.1'],
})

export const administerUsers = activity({
  id: 'access.users',
  name: texts('Brugere hos selskaber og klinikker', 'Users at insurers and clinics'),
  sentence: texts(
    'Forsikringsselskaber og klinikker bestemmer selv, hvem hos dem der har adgang, og til hvad. Et selskab kan også give sine egne systemer adgang, med en nøgle, der kun bliver vist én gang.',
    'Insurers and clinics decide themselves who of theirs has access, and to what. An insurer can also give its own systems access, with a key that is shown only once.',
  ),
  purpose: 'user-administration',
  role: 'processor',
  onBehalfOf: ['insurer', 'clinic'],
  basis: { article6: 'contract' },
  article9: null,
  subjects: ['staff'],
  data: ['business-contact', 'credentials'],
  source: ['insurer', 'clinic', 'operator'],
  recipients: [],
  processors: ['hosting', 'messages'],
  thirdCountries: 'none',
  retention: { ...whileAgreed, parts: [invitationPart] },
  grants: [
    grant('user.list', administrators),
    grant('user.view', administrators, 'own-organisation'),
    grant('user.invite', administrators),
    grant('user.change-roles', administrators, 'own-organisation'),
    grant('user.remove', administrators, 'own-organisation'),
    grant('api-client.list', ['insurer:administrator']),
    grant('api-client.issue', ['insurer:administrator']),
    grant('api-client.revoke', ['insurer:administrator'], 'own-organisation'),
    grant('invitation.send', ['system']),
  ],
  promises: ['R2.6', 'R1.11'],
})

export const administerCustomers = activity({
  id: 'customers.organisations',
  name: texts('Selskaber og klinikker, der bruger tjenesten', 'Insurers and clinics that use the service'),
  sentence: texts(
    'Vi registrerer de forsikringsselskaber og klinikker, der bruger tjenesten, og deres åbningstider og behandlere. Alle medarbejdere kan læse i fortegnelsen, hvem vi behandler oplysninger for.',
    'We register the insurers and clinics that use the service, and their opening hours and practitioners. All staff can read in the record for whom we process data.',
  ),
  purpose: 'customer-administration',
  role: 'controller',
  basis: { article6: 'contract' },
  article9: null,
  subjects: ['business-contact', 'staff'],
  data: ['business-contact'],
  source: ['insurer', 'clinic', 'operator'],
  recipients: ['patient'],
  processors: ['hosting', 'messages'],
  thirdCountries: 'none',
  retention: whileAgreed,
  grants: [
    grant('organisation.list', ['operator:administrator', 'operator:support']),
    grant('organisation.view', ['operator:administrator', 'operator:support']),
    grant('article-30.view', ['staff']),
    grant('organisation.register', ['operator:administrator']),
    grant('opening-hours.view', ['clinic:administrator', 'clinic:secretary', 'clinic:practitioner']),
    grant('opening-hours.change', ['clinic:administrator', 'clinic:secretary'], 'own-organisation'),
    grant('day.lay-out', ['system']),
  ],
  promises: ['R1.4', 'R2.6'],
})

export const runTheSite = activity({
  id: 'operation.site',
  name: texts('Drift af siden', 'Running the site'),
  sentence: texts(
    'Vi driver siden: viser den på dit sprog, sender beskeder ud, retter det, der går galt, og siger til, før vi vedligeholder den. Driften ser ikke din sag.',
    'We run the site: show it in your language, send out messages, mend what goes wrong, and tell you before we maintain it. Operations do not see your case.',
  ),
  purpose: 'operation',
  role: 'controller',
  basis: {
    article6: 'legitimate-interests',
    interest: texts('at drive en side, der virker', 'to run a site that works'),
  },
  article9: null,
  subjects: ['visitor', 'staff'],
  data: ['technical'],
  source: ['visitor'],
  recipients: [],
  processors: ['hosting'],
  thirdCountries: 'none',
  retention: logRetention,
  grants: [
    grant('operator.overview', ['operator:administrator', 'operator:support', 'operator:data-protection-officer']),
    grant('parked-job.list', ['operator:administrator', 'operator:support']),
    grant('parked-job.change', ['operator:administrator', 'operator:support']),
    grant('access-log.erase', ['system']),
  ],
  promises: ['R1.4', 'T6.1', 'T7.1', 'R2.4'],
})

export const showPublicPages = activity({
  id: 'operation.public-pages',
  name: texts('De offentlige sider', 'The public pages'),
  sentence: texts(
    'De offentlige sider kan læses af alle, uden log-in og uden cookies.',
    'The public pages can be read by everybody, without log-in and without cookies.',
  ),
  purpose: 'operation',
  role: 'controller',
  basis: { article6: 'legitimate-interests', interest: texts('at fortælle om tjenesten', 'to tell about the service') },
  article9: null,
  subjects: ['nobody'],
  data: ['none'],
  source: ['operator'],
  recipients: [],
  processors: ['hosting'],
  thirdCountries: 'none',
  retention: {
    from: 'recorded',
    maximum: { period: 'P0D', because: texts('Der gemmes ikke noget.', 'Nothing is stored.') },
  },
  grants: [
    grant('home.view', ['anyone']),
    grant('privacy.view', ['anyone']),
    grant('language.choose', ['anyone']),
    grant('log-in.view', ['anyone']),
    grant('api.describe', ['anyone']),
  ],
  promises: ['T2.1', 'T7.4', 'R5.2'],
})

export const answerLeads = activity({
  id: 'customers.leads',
  name: texts('Henvendelser til os', 'Enquiries to us'),
  sentence: texts(
    'Skriver du til os, bruger vi dit navn, din virksomhed og dit telefonnummer til at svare dig, og til intet andet.',
    'If you write to us, we use your name, company and phone number to answer you, and for nothing else.',
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
  grants: [
    grant('lead.list', ['operator:administrator', 'operator:support']),
    grant('lead.view', ['operator:administrator', 'operator:support']),
    grant('lead.answer', ['operator:administrator', 'operator:support']),
    grant('lead.send-answer', ['system']),
    grant('lead.erase', ['system']),
  ],
  promises: ['R2.11', 'T9.1', 'T9.2'],
})
