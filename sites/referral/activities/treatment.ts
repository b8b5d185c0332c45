import { texts } from '#kernel/language.ts'
import { activity, grant } from '#policy/model.ts'
import { consentToTransfer } from '../consents.ts'
import { healthCareLaw, recordKeepingLaw } from '../laws.ts'
import { afterTheCourse, caseRetention, courseRetention, historyRetention, withTheConsent } from '../periods.ts'

const patientData = ['contact', 'cpr', 'health.approval', 'health.referral'] as const

/** What the page of a case shows besides the referral. */
const courseOfTheCase = ['booking', 'consent-history', 'health.report', 'business-contact', 'access-history'] as const

/** First, so that the gate finds it first: what may be looked at while the consent holds is more than what may be once it is withdrawn. */
export const writeReferral = activity({
  id: 'referral.referral',
  name: texts('Henvisningen', 'The referral'),
  sentence: texts(
    'Dit forsikringsselskab opretter en sag og skriver det, klinikken skal bruge for at hjælpe dig. Henvisningens tekst og bilag hviler alene på dit samtykke: trækker du det tilbage, sletter vi dem med det samme.',
    'Your insurer opens a case and enters what the clinic needs to help you. The referral’s text and attachments rest on your consent alone: if you withdraw it, we erase them at once.',
  ),
  purpose: 'referral-transfer',
  role: 'processor',
  onBehalfOf: ['insurer'],
  basis: {
    article6: 'consent',
    // Writing it and handing it over serve the one purpose, so one yes covers both.
    form: { kind: 'same-as', activity: 'referral.transfer' },
    law: texts(
      'databeskyttelsesloven § 7, stk. 1, og § 11, stk. 2',
      'Danish Data Protection Act, sections 7(1) and 11(2)',
    ),
  },
  article9: { condition: 'explicit-consent' },
  subjects: ['patient', 'staff'],
  data: [...patientData, ...courseOfTheCase],
  source: ['insurer', 'clinic', 'patient'],
  recipients: ['insurer'],
  processors: ['hosting'],
  thirdCountries: 'none',
  retention: { ...afterTheCourse, parts: [withTheConsent] },
  grants: [
    grant('case.create', ['insurer:case-handler', 'insurer:api']),
    grant(
      'case.view',
      ['insurer:case-handler', 'insurer:administrator', 'insurer:api'],
      'own-organisation',
      'consent-not-withdrawn',
    ),
    grant('case.attach', ['insurer:case-handler'], 'own-organisation', 'consent-not-withdrawn'),
    grant('case.attachment.view', ['insurer:case-handler'], 'own-organisation', 'consent-not-withdrawn'),
    grant('import.list', ['insurer:case-handler']),
    grant('import.view', ['insurer:case-handler'], 'own-organisation'),
    grant('import.create', ['insurer:case-handler']),
    grant('import.confirm', ['insurer:case-handler'], 'own-organisation'),
    grant('import.check', ['system']),
    grant('import.carry-out', ['system']),
    grant('import.sweep', ['system']),
    grant('api.sweep', ['system']),
    grant('referral.erase', ['system']),
  ],
  promises: ['R1.6', 'T20.1'],
})

export const keepCases = activity({
  id: 'referral.case',
  name: texts('Din sag', 'Your case'),
  sentence: texts(
    'Selskabet følger din sag: hvem du er, hvilken behandling det har godkendt, dit samtykke, dine tider, om klinikken beder om flere behandlinger, og hvordan forløbet endte. Det følger af aftalen om din forsikring. Det ser ikke klinikkens notater.',
    'The insurer follows your case: who you are, which treatment it has approved, your consent, your appointments, whether the clinic asks for further sessions, and how the course ended. That follows from the agreement about your insurance. It does not see the clinic’s notes.',
  ),
  purpose: 'referral-transfer',
  role: 'processor',
  onBehalfOf: ['insurer'],
  basis: {
    article6: 'contract',
    law: texts(
      'databeskyttelsesloven § 7, stk. 1, og § 11, stk. 2',
      'Danish Data Protection Act, sections 7(1) and 11(2)',
    ),
  },
  article9: { condition: 'legal-claims' },
  subjects: ['patient', 'staff'],
  data: ['contact', 'cpr', 'health.approval', ...courseOfTheCase],
  source: ['insurer', 'clinic', 'patient'],
  recipients: ['insurer'],
  processors: ['hosting'],
  thirdCountries: 'none',
  retention: caseRetention,
  grants: [
    grant('case.list', ['insurer:case-handler', 'insurer:administrator', 'insurer:api']),
    grant('case.view', ['insurer:case-handler', 'insurer:administrator', 'insurer:api'], 'own-organisation'),
    grant('session-request.list', ['insurer:case-handler']),
    grant('session-request.view', ['insurer:case-handler'], 'own-organisation'),
    grant('session-request.answer', ['insurer:case-handler'], 'own-organisation'),
  ],
  promises: ['R1.6', 'R2.4', 'R2.8', 'R2.9'],
})

export const markConsent = activity({
  id: 'referral.consent-mark',
  name: texts('Dit samtykke', 'Your consent'),
  sentence: texts(
    'Selskabet markerer på sagen, at du har sagt ja til, at oplysningerne går til klinikken. Du kan altid trække dit ja tilbage, og før du gør det, kan du se, hvilke tider der bliver frigivet, og hvem der så ikke længere ser sagen. At du gav og tog det, skal kunne vises bagefter.',
    'The insurer marks on the case that you have agreed that the information goes to the clinic. You can withdraw that at any time, and before you do, you can see which appointments are released and who then no longer sees the case. That you gave and withdrew it must remain to be shown.',
  ),
  purpose: 'referral-transfer',
  role: 'processor',
  onBehalfOf: ['insurer'],
  basis: {
    article6: 'legal-obligation',
    law: texts(
      'databeskyttelsesforordningens artikel 7, stk. 1: et samtykke skal kunne vises',
      'GDPR Article 7(1): it must be possible to show a consent',
    ),
  },
  article9: { condition: 'legal-claims' },
  subjects: ['patient'],
  data: ['consent-history', 'booking', 'health.approval', 'access-history'],
  source: ['insurer', 'patient'],
  recipients: ['insurer', 'clinic', 'patient'],
  processors: ['hosting'],
  thirdCountries: 'none',
  retention: afterTheCourse,
  takesConsentFor: 'referral.transfer',
  grants: [
    grant('case.mark-consent', ['insurer:case-handler', 'insurer:api'], 'own-organisation'),
    grant('case.withdraw-consent', ['insurer:case-handler', 'insurer:api'], 'own-organisation'),
    grant('my-case.withdraw-consent', ['patient'], 'own'),
  ],
  promises: ['R1.7', 'R3.2'],
})

export const transfer = activity({
  id: 'referral.transfer',
  name: texts('Det, klinikken får at vide', 'What the clinic is told'),
  sentence: texts(
    'Når du har sagt ja, får den klinik, der behandler dig, de oplysninger, som netop din behandling kræver, og ikke flere.',
    'Once you have agreed, the clinic that treats you receives the information that your treatment calls for, and no more.',
  ),
  purpose: 'referral-transfer',
  role: 'processor',
  onBehalfOf: ['insurer', 'clinic'],
  basis: {
    article6: 'consent',
    form: consentToTransfer,
    law: texts('selskabets markering på sagen', 'the insurer’s mark on the case'),
  },
  article9: { condition: 'explicit-consent' },
  subjects: ['patient'],
  data: patientData,
  source: ['insurer'],
  recipients: ['clinic'],
  processors: ['hosting'],
  thirdCountries: 'none',
  retention: { ...afterTheCourse, parts: [withTheConsent] },
  grants: [
    grant('case.disclose', ['insurer:case-handler', 'insurer:api'], 'own-organisation', 'consent-live'),
    grant('case.disclose', ['patient'], 'own', 'consent-live'),
    grant('clinic-case.attachment.view', ['clinic:secretary', 'clinic:practitioner'], 'disclosed-to-us'),
  ],
  promises: ['R1.6', 'R1.7', 'R1.14', 'R2.5', 'T8.1'],
})

export const keepAppointments = activity({
  id: 'referral.appointment',
  name: texts('Din tid', 'Your appointment'),
  sentence: texts(
    'Vi holder styr på din tid: hvor, hvornår og hos hvem, så du kan finde, booke, flytte og aflyse den. Du kan se, om dit samtykke gælder, og om klinikken har bedt om flere behandlinger. Bliver en tid aflyst eller flyttet, gemmer vi grunden, hvis den bliver skrevet.',
    'We keep your appointment: where, when and with whom, so that you can find, book, move and cancel it. You can see whether your consent stands and whether the clinic has asked for further sessions. When an appointment is cancelled or moved, we keep the reason if one is written.',
  ),
  purpose: 'treatment-time',
  role: 'processor',
  onBehalfOf: ['insurer', 'clinic'],
  basis: { article6: 'contract' },
  article9: { condition: 'health-care', law: healthCareLaw },
  subjects: ['patient', 'staff'],
  data: [
    'contact',
    'booking',
    'consent-history',
    'health.approval',
    'health.course',
    'health.report',
    'business-contact',
  ],
  source: ['patient', 'clinic'],
  recipients: ['clinic', 'insurer', 'patient'],
  processors: ['hosting', 'messages'],
  thirdCountries: 'none',
  retention: afterTheCourse,
  grants: [
    grant('my-case.list', ['patient']),
    grant('time.search', ['patient'], 'own', 'consent-live'),
    grant('time.hold', ['patient'], 'own', 'consent-live'),
    grant('hold.view', ['patient'], 'own'),
    grant('hold.change', ['patient'], 'own'),
    grant('appointment.book', ['patient'], 'own', 'consent-live'),
    grant('appointment.view', ['patient'], 'own'),
    grant('appointment.move', ['patient'], 'own', 'consent-live'),
    grant('appointment.cancel', ['patient'], 'own'),
    grant('clinic-time.search', ['clinic:secretary', 'clinic:practitioner'], 'disclosed-to-us'),
    grant('clinic-appointment.list', ['clinic:secretary', 'clinic:practitioner', 'clinic:administrator']),
    grant(
      'clinic-appointment.view',
      ['clinic:secretary', 'clinic:practitioner', 'clinic:administrator'],
      'disclosed-to-us',
    ),
    grant('clinic-appointment.book', ['clinic:secretary', 'clinic:practitioner'], 'disclosed-to-us'),
    grant('clinic-appointment.move', ['clinic:secretary', 'clinic:practitioner'], 'disclosed-to-us'),
    grant('clinic-appointment.cancel', ['clinic:secretary', 'clinic:practitioner'], 'disclosed-to-us'),
    grant('clinic-appointment.note-attendance', ['clinic:secretary', 'clinic:practitioner'], 'disclosed-to-us'),
    grant('notification.send', ['system']),
    grant('hold.expire', ['system']),
  ],
  promises: ['R2.1', 'R2.2', 'R2.3', 'R2.10', 'T16.1'],
})

export const followCourse = activity({
  id: 'referral.course',
  name: texts('Forløbet på klinikken', 'The course at the clinic'),
  sentence: texts(
    'Klinikken ser de oplysninger, den har fået, og dine tider hos den. Den skriver om dit forløb, beder om flere behandlinger, hvis du har brug for dem, og fortæller selskabet, hvordan det endte. Selskabet ser ikke klinikkens notater.',
    'The clinic sees the information that it has received, and your appointments there. It keeps notes on your course, asks for further sessions if you need them, and tells the insurer how it ended. The insurer does not see the clinic’s notes.',
  ),
  purpose: 'referral-transfer',
  role: 'processor',
  onBehalfOf: ['clinic'],
  basis: { article6: 'legal-obligation', law: recordKeepingLaw },
  article9: { condition: 'health-care', law: healthCareLaw },
  subjects: ['patient', 'staff'],
  data: [...patientData, 'booking', 'health.course', 'health.report', 'business-contact', 'access-history'],
  keptElsewhere: ['health.referral'],
  source: ['insurer', 'clinic', 'patient'],
  recipients: ['insurer', 'patient'],
  processors: ['hosting', 'messages'],
  thirdCountries: 'none',
  retention: courseRetention,
  grants: [
    grant('clinic-case.list', ['clinic:secretary', 'clinic:practitioner', 'clinic:administrator']),
    grant('clinic-case.view', ['clinic:secretary', 'clinic:practitioner', 'clinic:administrator'], 'disclosed-to-us'),
    grant('course.note', ['clinic:practitioner', 'clinic:secretary'], 'disclosed-to-us'),
    grant('session-request.create', ['clinic:practitioner', 'clinic:secretary'], 'disclosed-to-us'),
    grant('course.close', ['clinic:practitioner', 'clinic:secretary'], 'disclosed-to-us'),
  ],
  promises: ['R2.5', 'R2.9'],
})

export const showWhoKnows = activity({
  id: 'referral.transparency',
  name: texts('Hvem der har set hvad', 'Who has seen what'),
  sentence: texts(
    'Du kan se, hvad der står i din sag, hvem der ved hvad og hvorfor, og hvem der har set på den.',
    'You can see what your case says, who knows what and why, and who has looked at it.',
  ),
  purpose: 'transparency',
  role: 'processor',
  onBehalfOf: ['insurer', 'clinic'],
  basis: {
    article6: 'legal-obligation',
    law: texts('databeskyttelsesforordningens artikel 15 og 32', 'GDPR Articles 15 and 32'),
  },
  article9: { condition: 'legal-claims' },
  subjects: ['patient', 'staff'],
  data: [...patientData, ...courseOfTheCase],
  source: ['insurer', 'patient', 'clinic', 'operator'],
  recipients: ['patient'],
  processors: ['hosting'],
  thirdCountries: 'none',
  retention: historyRetention,
  grants: [
    grant('my-case.view', ['patient'], 'own'),
    grant('my-case.known-by', ['patient'], 'own'),
    grant('audit.publish-heads', ['system']),
    grant('audit.check', ['system']),
    grant('audit.forget', ['system']),
  ],
  promises: ['R1.2', 'X2', 'X3'],
})
