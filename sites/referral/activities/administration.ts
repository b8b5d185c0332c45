import { texts } from '#kernel/language.ts'
import { activity, grant, type Retention } from '#policy/model.ts'

const whileAgreed: Retention = {
  from: 'agreement-end',
  maximum: { period: 'P0D', because: 'Business contacts are erased when the agreement ends' },
}

const administrators = ['insurer:administrator', 'clinic:administrator', 'operator:administrator'] as const

export const letPeopleIn = activity({
  id: 'access.log-in',
  sentence: texts(
    'Du logger ind med MitID, eller som medarbejder med adgangskode og en anden faktor. Vi husker dig kun, mens du er logget ind.',
    'You log in with MitID, or as staff with a password and a second factor. We remember you only while you are logged in.',
  ),
  purpose: 'user-administration',
  role: 'processor',
  basis: { article6: 'legal-obligation', law: 'GDPR art. 32' },
  article9: null,
  subjects: ['patient', 'staff'],
  data: ['credentials'],
  source: ['eid', 'operator'],
  recipients: [],
  thirdCountries: 'none',
  retention: { from: 'account-end', maximum: { period: 'P0D', because: 'A right of use ends with the account' } },
  grants: [
    grant('log-in.eid', ['anyone']),
    grant('log-in.staff', ['anyone']),
    grant('log-out', ['anyone']),
    grant('password.reset', ['anyone']),
    grant('invitation.accept', ['anyone']),
    grant('account.view', ['staff'], 'own'),
    grant('account.change', ['staff'], 'own'),
    grant('api.token', ['anonymous']),
  ],
  promises: ['R1.5', 'T19.2', 'T19.6'],
})

export const administerUsers = activity({
  id: 'access.users',
  sentence: texts(
    'Forsikringsselskaber og klinikker bestemmer selv, hvem hos dem der har adgang, og til hvad.',
    'Insurers and clinics decide themselves who of theirs has access, and to what.',
  ),
  purpose: 'user-administration',
  role: 'processor',
  basis: { article6: 'contract' },
  article9: null,
  subjects: ['staff'],
  data: ['business-contact'],
  source: ['insurer', 'clinic', 'operator'],
  recipients: [],
  thirdCountries: 'none',
  retention: whileAgreed,
  grants: [
    grant('user.list', administrators),
    grant('user.view', administrators, 'own-organisation'),
    grant('user.invite', administrators),
    grant('user.change-roles', administrators, 'own-organisation'),
    grant('user.remove', administrators, 'own-organisation'),
    grant('api-client.list', ['insurer:administrator']),
    grant('api-client.issue', ['insurer:administrator']),
    grant('api-client.revoke', ['insurer:administrator'], 'own-organisation'),
  ],
  promises: ['R2.6', 'R1.11'],
})

export const administerCustomers = activity({
  id: 'customers.organisations',
  sentence: texts(
    'Vi registrerer de forsikringsselskaber og klinikker, der bruger tjenesten, og deres åbningstider og behandlere.',
    'We register the insurers and clinics that use the service, and their opening hours and practitioners.',
  ),
  purpose: 'customer-administration',
  role: 'controller',
  basis: { article6: 'contract' },
  article9: null,
  subjects: ['business-contact', 'staff'],
  data: ['business-contact'],
  source: ['insurer', 'clinic', 'operator'],
  recipients: ['patient'],
  thirdCountries: 'none',
  retention: whileAgreed,
  grants: [
    grant('organisation.list', ['operator:administrator', 'operator:support']),
    grant('organisation.register', ['operator:administrator']),
    grant('opening-hours.view', ['clinic:administrator', 'clinic:secretary', 'clinic:practitioner']),
    grant('opening-hours.change', ['clinic:administrator', 'clinic:secretary'], 'own-organisation'),
  ],
  promises: ['R1.4', 'R2.6'],
})

export const runTheSite = activity({
  id: 'operation.site',
  sentence: texts(
    'Vi driver siden: viser den på dit sprog, sender beskeder ud, retter det, der går galt, og siger til, før vi vedligeholder den. Driften ser ikke din sag.',
    'We run the site: show it in your language, send out messages, mend what goes wrong, and tell you before we maintain it. Operations do not see your case.',
  ),
  purpose: 'operation',
  role: 'controller',
  basis: { article6: 'legitimate-interests', law: 'GDPR art. 6(1)(f): to run a service that works' },
  article9: null,
  subjects: ['visitor', 'staff'],
  data: ['technical'],
  source: ['visitor'],
  recipients: [],
  thirdCountries: 'none',
  retention: { from: 'recorded', maximum: { period: 'P14D', because: 'Logs are erased after at most 14 days' } },
  grants: [
    grant('article-30.view', ['staff']),
    grant('operator.overview', ['operator:administrator', 'operator:support', 'operator:data-protection-officer']),
    grant('parked-job.list', ['operator:administrator', 'operator:support']),
    grant('parked-job.change', ['operator:administrator', 'operator:support']),
    grant('maintenance.view', ['operator:administrator', 'operator:support']),
    grant('maintenance.announce', ['operator:administrator', 'operator:support']),
    grant('maintenance.end', ['operator:administrator', 'operator:support']),
  ],
  promises: ['R1.4', 'T6.1', 'T7.1', 'R2.4', 'T19.7'],
})

export const showPublicPages = activity({
  id: 'operation.public-pages',
  sentence: texts(
    'De offentlige sider kan læses af alle, uden log-in og uden cookies.',
    'The public pages can be read by everybody, without log-in and without cookies.',
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
  sentence: texts(
    'Skriver du til os, bruger vi dit navn, din virksomhed og dit telefonnummer til at svare dig, og til intet andet.',
    'If you write to us, we use your name, company and phone number to answer you, and for nothing else.',
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
  grants: [
    grant('lead.list', ['operator:administrator', 'operator:support']),
    grant('lead.view', ['operator:administrator', 'operator:support']),
    grant('lead.answer', ['operator:administrator', 'operator:support']),
  ],
  promises: ['R2.11', 'T9.1', 'T9.2'],
})

export const keepNoLonger = activity({
  id: 'operation.retention',
  sentence: texts(
    'Vi sletter sagen, når den ikke længere skal bruges, som selskabet og klinikken har bestemt. Klinikkens journal overdrages til klinikken først.',
    'We erase the case when it is no longer needed, as the insurer and the clinic have decided. The clinic’s journal is handed over to the clinic first.',
  ),
  purpose: 'operation',
  role: 'processor',
  basis: { article6: 'legal-obligation', law: 'GDPR art. 5(1)(e) and art. 28(3)(g)' },
  article9: { condition: 'health-care', law: 'Autorisationsloven §§ 21–25' },
  subjects: ['patient'],
  data: ['health.course', 'access-history'],
  source: ['insurer', 'clinic'],
  recipients: ['clinic'],
  thirdCountries: 'none',
  retention: {
    from: 'recorded',
    maximum: { period: 'P5Y', because: 'That data were erased must be possible to show' },
  },
  grants: [
    grant('retention.view', ['insurer:administrator', 'clinic:administrator']),
    grant('retention.instruct', ['insurer:administrator', 'clinic:administrator']),
    grant('retention.sweep', ['system']),
    grant('retention-run.list', ['operator:administrator', 'operator:data-protection-officer']),
    grant('handover.list', ['clinic:administrator', 'clinic:practitioner']),
    grant('handover.take', ['clinic:administrator', 'clinic:practitioner'], 'own-organisation'),
    grant('handover.confirm', ['clinic:administrator', 'clinic:practitioner'], 'own-organisation'),
  ],
  promises: ['R1.10', 'R2.9', 'T20.2'],
})
