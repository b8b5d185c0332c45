import { texts } from '#kernel/language.ts'

const sessions = (n: number) => `${n} ${n === 1 ? 'behandling' : 'behandlinger'}`
const sessionsInEnglish = (n: number) => `${n} ${n === 1 ? 'session' : 'sessions'}`

export const sessionRequestTexts = texts(
  {
    title: 'Ønsker om flere behandlinger',
    lead: 'Klinikkerne beder om flere behandlinger til jeres patienter. De, der venter, står øverst.',
    caption: 'Ønsker, de ventende først',
    patient: 'Patient',
    erased: 'Slettet',
    clinic: 'Klinik',
    asked: 'Ønsket',
    askedFor: (n: number) => `${sessions(n)} mere`,
    sent: 'Sendt',
    state: 'Tilstand',
    waiting: 'Venter på svar',
    granted: 'Godkendt',
    refused: 'Afslået',
    none: 'Der er ingen ønsker',
    noneText: 'Når en klinik beder om flere behandlinger, får I en mail, og ønsket står her.',
    oneTitle: (clinic: string, n: number) => `${clinic} beder om ${sessions(n)} mere`,
    oneLead: (patient: string, treatment: string, caseNumber: string) =>
      `Det gælder ${patient}, ${treatment.toLowerCase()}, sag ${caseNumber}.`,
    back: 'Alle ønsker',
    seeCase: 'Se sagen',
    standing: (used: number, approved: number, until: string) =>
      `${used} af ${approved} behandlinger er brugt; godkendelsen gælder til ${until}.`,
    reason: 'Klinikkens begrundelse',
    answerSection: 'Jeres svar',
    decision: 'Hvad svarer I?',
    grant: 'Godkend flere behandlinger',
    refuse: 'Giv afslag',
    count: 'Antal behandlinger',
    countHint: 'Bruges, hvis I godkender. I kan godkende et andet antal, end klinikken bad om',
    until: 'Gælder til og med',
    untilHint: 'Bruges, hvis I godkender',
    refusal: 'Hvorfor ikke?',
    refusalHint: 'Bruges, hvis I giver afslag. Klinikken og patienten kan læse det',
    answer: 'Send svaret',
    told: 'Klinikken får besked, og patienten får besked, hvis I godkender.',
    frozen:
      'Samtykket til sagen er trukket tilbage. Derfor kan I ikke godkende flere behandlinger, før patienten siger ja igen.',
    grantedLine: (n: number, until: string, when: string) =>
      `${sessions(n)} godkendt til og med ${until}. Svaret blev sendt ${when}.`,
    refusedLine: (when: string) => `Afslag sendt ${when}:`,
    done: 'Svaret er sendt til klinikken.',
    already: 'En kollega har allerede svaret.',
  },
  {
    title: 'Requests for more sessions',
    lead: 'Clinics ask for more sessions for your patients. Those that wait are at the top.',
    caption: 'Requests, the waiting ones first',
    patient: 'Patient',
    erased: 'Erased',
    clinic: 'Clinic',
    asked: 'Asked for',
    askedFor: (n: number) => `${n} more ${n === 1 ? 'session' : 'sessions'}`,
    sent: 'Sent',
    state: 'State',
    waiting: 'Awaits an answer',
    granted: 'Granted',
    refused: 'Refused',
    none: 'There are no requests',
    noneText: 'When a clinic asks for more sessions, you get an e-mail, and the request appears here.',
    oneTitle: (clinic: string, n: number) => `${clinic} asks for ${n} more ${n === 1 ? 'session' : 'sessions'}`,
    oneLead: (patient: string, treatment: string, caseNumber: string) =>
      `It concerns ${patient}, ${treatment.toLowerCase()}, case ${caseNumber}.`,
    back: 'All requests',
    seeCase: 'See the case',
    standing: (used: number, approved: number, until: string) =>
      `${used} of ${approved} sessions used; the approval is valid until ${until}.`,
    reason: 'The clinic’s reason',
    answerSection: 'Your answer',
    decision: 'What is your answer?',
    grant: 'Grant more sessions',
    refuse: 'Refuse',
    count: 'Number of sessions',
    countHint: 'Used if you grant. You can grant another number than the clinic asked for',
    until: 'Valid until and including',
    untilHint: 'Used if you grant',
    refusal: 'Why not?',
    refusalHint: 'Used if you refuse. The clinic and the patient can read it',
    answer: 'Send the answer',
    told: 'The clinic is told, and the patient is told if you grant.',
    frozen: 'The consent for this case is withdrawn. No more sessions can be granted until the patient agrees again.',
    grantedLine: (n: number, until: string, when: string) =>
      `${sessionsInEnglish(n)} granted until ${until}. The answer was sent on ${when}.`,
    refusedLine: (when: string) => `Refusal sent on ${when}:`,
    done: 'The answer has been sent to the clinic.',
    already: 'A colleague has already answered.',
  },
)

export const sessionRequestNotices = texts(
  { answered: sessionRequestTexts.da.done, already: sessionRequestTexts.da.already },
  { answered: sessionRequestTexts.en.done, already: sessionRequestTexts.en.already },
)
