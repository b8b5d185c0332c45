import { texts } from '#kernel/language.ts'

const sessions = (n: number) => `${n} ${n === 1 ? 'behandling' : 'behandlinger'}`
const sessionsInEnglish = (n: number) => `${n} ${n === 1 ? 'session' : 'sessions'}`

export const showCaseTexts = texts(
  {
    title: (caseNumber: string) => `Sag ${caseNumber}`,
    back: 'Alle sager',
    sentence: (c: { approved: number; until: string; used: number; booked: number; remaining: number }) =>
      `Godkendt til ${sessions(c.approved)} indtil ${c.until}; ${c.used} er brugt, ${c.booked} er booket, ${c.remaining} er tilbage.`,
    expiredSentence: (c: { approved: number; until: string; used: number }) =>
      `Godkendt til ${sessions(c.approved)}; ${c.used} er brugt. Godkendelsen udløb ${c.until}.`,
    goesNowhere: 'Sagen går ingen steder endnu',
    goesNowhereText: 'Samtykket er ikke markeret. Ingen klinik ser sagen, og patienten kan ikke booke en tid.',
    withdrawn: 'Samtykket er trukket tilbage',
    withdrawnText: 'Ingen klinik ser sagen længere, og der kan ikke bookes tid, medmindre patienten siger ja igen.',
    referralErased: (when: string) =>
      `Det, I havde skrevet til klinikken, og bilagene blev slettet ${when}, fordi samtykket blev trukket tilbage.`,
    referralHeld:
      'Det, I har skrevet til klinikken, og bilagene er kun gemt, fordi der er en klage, et krav eller en åben anmodning. Kun patienten kan læse dem, og de bliver slettet, så snart det er klaret.',
    restricted: 'Sagen må kun gemmes',
    restrictedText:
      'Patienten har bedt om det, gjort indsigelse eller får sagen slettet. I kan læse den, og intet andet.',
    seeRequests: 'Se anmodningerne',
    mark: 'Markér samtykke',
    withdraw: 'Træk samtykket tilbage',
    consentSection: 'Samtykke',
    consentLine: (day: string, means: string) => `Patienten sagde ja ${day} (${means.toLowerCase()}).`,
    patientSection: 'Patienten',
    name: 'Navn',
    cpr: 'CPR-nummer',
    cprCheck:
      'CPR-nummerets kontroltal passer ikke. Det gælder også mange rigtige numre; se efter, om nummeret er tastet rigtigt.',
    phone: 'Telefon',
    email: 'E-mail',
    postcode: 'Postnummer',
    notGiven: 'Ikke oplyst',
    treatment: 'Behandling',
    detailsSection: 'Det, klinikken skal vide',
    approvalsSection: 'Godkendelser',
    approval: (n: number, from: string, until: string) => `${sessions(n)} fra ${from} til ${until}`,
    anyClinic: 'Alle klinikker, der tilbyder behandlingen',
    seenSection: 'Hvem ser sagen',
    seenByNobody: 'Ingen klinik ser sagen.',
    seenByNobodyYet: 'Ingen klinik ser sagen endnu. Den klinik, patienten vælger, får den, når patienten booker.',
    sees: (fields: string) => `Ser ${fields}.`,
    since: (when: string) => `Fik den ${when}.`,
    seesNoLonger: 'Ser den ikke længere',
    stillSees: 'Ser sagen nu',
    notesAreTheirs: 'Klinikkens egne notater kan I ikke se.',
    attachmentsSection: 'Bilag',
    noAttachments: 'Der er ingen bilag.',
    addAttachment: 'Vedlæg filer',
    attachmentsHint: 'PDF, PNG eller JPEG, højst 5 filer og 30 MB i alt. En klinik, der ser sagen, ser også bilagene',
    attach: 'Vedlæg',
    withdrawnMeanwhile: 'Patienten har trukket sit samtykke tilbage. Der kan ikke lægges bilag i sagen',
    timelineSection: 'Hvad er der sket',
  },
  {
    title: (caseNumber: string) => `Case ${caseNumber}`,
    back: 'All cases',
    sentence: (c: { approved: number; until: string; used: number; booked: number; remaining: number }) =>
      `Approved for ${sessionsInEnglish(c.approved)} until ${c.until}; ${c.used} used, ${c.booked} booked, ${c.remaining} left.`,
    expiredSentence: (c: { approved: number; until: string; used: number }) =>
      `Approved for ${sessionsInEnglish(c.approved)}; ${c.used} used. The approval expired on ${c.until}.`,
    goesNowhere: 'The case goes nowhere yet',
    goesNowhereText: 'The consent is not marked. No clinic sees the case, and the patient cannot book.',
    withdrawn: 'The consent is withdrawn',
    withdrawnText: 'No clinic sees the case any longer, and nothing can be booked unless the patient agrees again.',
    referralErased: (when: string) =>
      `What you had written to the clinic and the attachments were erased ${when} because the consent was withdrawn.`,
    referralHeld:
      'What you have written to the clinic and the attachments are only stored, because of a complaint, a claim or an open request. Only the patient can read them, and they are erased as soon as that is settled.',
    restricted: 'The case may only be stored',
    restrictedText: 'The patient asked for it, objected, or has the case erased. You can read it, and nothing else.',
    seeRequests: 'See the requests',
    mark: 'Mark consent',
    withdraw: 'Withdraw the consent',
    consentSection: 'Consent',
    consentLine: (day: string, means: string) => `The patient agreed on ${day} (${means.toLowerCase()}).`,
    patientSection: 'The patient',
    name: 'Name',
    cpr: 'CPR number',
    cprCheck:
      'The check digit of the CPR number does not match. That is so for many valid numbers too; see whether it is typed correctly.',
    phone: 'Phone',
    email: 'E-mail',
    postcode: 'Postcode',
    notGiven: 'Not given',
    treatment: 'Treatment',
    detailsSection: 'What the clinic needs to know',
    approvalsSection: 'Approvals',
    approval: (n: number, from: string, until: string) => `${sessionsInEnglish(n)} from ${from} until ${until}`,
    anyClinic: 'Every clinic that offers the treatment',
    seenSection: 'Who sees the case',
    seenByNobody: 'No clinic sees the case.',
    seenByNobodyYet: 'No clinic sees the case yet. The clinic that the patient chooses gets it when the patient books.',
    sees: (fields: string) => `Sees ${fields}.`,
    since: (when: string) => `Received it ${when}.`,
    seesNoLonger: 'Sees it no longer',
    stillSees: 'Sees the case now',
    notesAreTheirs: 'The clinic’s own notes cannot be seen by you.',
    attachmentsSection: 'Attachments',
    noAttachments: 'There are no attachments.',
    addAttachment: 'Add files',
    attachmentsHint:
      'PDF, PNG or JPEG, at most 5 files and 30 MB in all. A clinic that sees the case sees the attachments too',
    attach: 'Add',
    withdrawnMeanwhile: 'The patient has withdrawn the consent. Nothing can be attached to the case',
    timelineSection: 'What has happened',
  },
)

export const showCaseNotices = texts(
  {
    created: 'Sagen er oprettet. Patienten får besked og kan finde en tid.',
    'created-without-consent': 'Sagen er gemt, men går ingen steder, før samtykket er markeret.',
    marked: 'Samtykket er markeret. Patienten får besked.',
    withdrawn: 'Samtykket er trukket tilbage, og henvisningen er slettet. Patienten får besked.',
    'withdrawn-held': 'Samtykket er trukket tilbage. Henvisningen kan ikke slettes endnu. Patienten får besked.',
    attached: 'Filerne er vedlagt.',
  },
  {
    created: 'The case is open. The patient is told and can find a time.',
    'created-without-consent': 'The case is saved, but goes nowhere until the consent is marked.',
    marked: 'The consent is marked. The patient is told.',
    withdrawn: 'The consent is withdrawn and the referral erased. The patient is told.',
    'withdrawn-held': 'The consent is withdrawn. The referral cannot be erased yet. The patient is told.',
    attached: 'The files are added.',
  },
)
