import { formats } from '#kernel/format.ts'
import { type Language, texts } from '#kernel/language.ts'
import { dayOf, type Temporal } from '#kernel/time.ts'

export const courseTexts = texts(
  {
    listTitle: 'Patienter',
    listLead: 'De sager, som forsikringsselskaberne eller patienterne har sendt til jer.',
    states: { new: 'Nye', active: 'I gang', closed: 'Afsluttede' },
    stateTags: { new: 'Ny', active: 'I gang', closed: 'Afsluttet' },
    stateTabs: 'Sager efter, hvor langt de er',
    search: 'Søg på navn eller sagsnummer',
    searchHint: 'Skriv hele ord eller mindst de første tre bogstaver',
    searchButton: 'Søg',
    clear: 'Vis alle sager',
    found: (count: number, words: string) =>
      count === 1 ? `1 sag passer på “${words}”` : `${count} sager passer på “${words}”`,
    patient: 'Patient',
    treatment: 'Behandling',
    insurer: 'Selskab',
    received: 'Modtaget',
    sessions: 'Booket eller brugt',
    state: 'Status',
    emptyTitles: {
      new: 'Ingen nye sager',
      active: 'Ingen forløb i gang',
      closed: 'Ingen afsluttede forløb',
    },
    emptyText: 'Når et selskab eller en patient sender en sag til jer, står den her.',
    nothingFound: 'Ingen sager passer',
    nothingFoundText: 'Prøv med et andet navn, eller skriv sagsnummeret.',
    unknownPatient: 'Patient uden navn',
    back: 'Patienter',
    caseNumber: 'Sagsnummer',
    receivedFromInsurer: (insurer: string, when: string) => `${insurer} sendte sagen til jer ${when}.`,
    chosenByPatient: (when: string) => `Patienten valgte jer, og sagen kom til jer ${when}.`,
    patientHeading: 'Patienten',
    cpr: 'CPR-nummer',
    phone: 'Telefon',
    email: 'E-mail',
    postcode: 'Postnummer',
    healthHeading: 'Det har selskabet oplyst',
    healthLead: 'I ser kun det, som behandlingen kræver.',
    noHealth: 'Selskabet har ikke oplyst mere.',
    attachments: 'Bilag',
    visits: 'Tider',
    noVisits: 'Der er ikke booket nogen tid hos jer endnu.',
    time: 'Tid',
    practitioner: 'Behandler',
    room: 'Lokale',
    visitStates: {
      booked: 'Booket',
      arrived: 'Ankommet',
      completed: 'Gennemført',
      'no-show': 'Udeblevet',
      cancelled: 'Aflyst',
      moved: 'Flyttet',
    },
    book: 'Book en tid',
    notes: 'Notater',
    authorities: 'Oplysninger til en myndighed',
    notesLead: 'Kun I kan se dem. Forsikringsselskabet kan ikke.',
    noNotes: 'Der er ingen notater.',
    note: 'Nyt notat',
    saveNote: 'Gem notat',
    by: (name: string) => `Skrevet af ${name}`,
    byFormerColleague: 'Skrevet af en tidligere kollega',
    requests: 'Flere behandlinger',
    askForMore: 'Bed om flere behandlinger',
    asked: (sessions: number, when: string) =>
      `I bad om ${sessions === 1 ? '1 behandling' : `${sessions} behandlinger`} mere ${when}.`,
    waiting: 'Selskabet har ikke svaret endnu.',
    granted: (sessions: number, until: string) =>
      `Selskabet har godkendt ${sessions === 1 ? '1 behandling' : `${sessions} behandlinger`} indtil ${until}.`,
    refused: 'Selskabet har sagt nej:',
    closeCourse: 'Afslut forløbet',
    closedTitle: 'Forløbet er afsluttet',
    closedText: (when: string, by: string | null) =>
      `Det blev afsluttet ${when}${by ? ` af ${by}` : ''}. I kan læse sagen, men ikke ændre den.`,
    outcome: 'Udfald',
    summary: 'Opsummering',
    outcomes: {
      recovered: 'Rask',
      improved: 'Bedre',
      unchanged: 'Uændret',
      worse: 'Værre',
      'referred-on': 'Henvist videre',
      'not-started': 'Ikke begyndt',
    },
    noteSaved: 'Notatet er gemt.',
    requestSent: 'Ønsket er sendt til forsikringsselskabet.',
    courseClosed: 'Forløbet er afsluttet, og selskabet kan se udfaldet.',
    alreadyWaiting: 'I har allerede et ønske, som selskabet ikke har svaret på.',
    alreadyClosed: 'Forløbet er afsluttet og kan ikke ændres.',
  },
  {
    listTitle: 'Patients',
    listLead: 'The cases that insurers or patients have sent to you.',
    states: { new: 'New', active: 'In progress', closed: 'Closed' },
    stateTags: { new: 'New', active: 'In progress', closed: 'Closed' },
    stateTabs: 'Cases by how far they are',
    search: 'Search by name or case number',
    searchHint: 'Type whole words or at least the first three letters',
    searchButton: 'Search',
    clear: 'Show all cases',
    found: (count, words) => (count === 1 ? `1 case matches “${words}”` : `${count} cases match “${words}”`),
    patient: 'Patient',
    treatment: 'Treatment',
    insurer: 'Insurer',
    received: 'Received',
    sessions: 'Booked or used',
    state: 'Status',
    emptyTitles: { new: 'No new cases', active: 'No courses in progress', closed: 'No closed courses' },
    emptyText: 'When an insurer or a patient sends you a case, it appears here.',
    nothingFound: 'No cases match',
    nothingFoundText: 'Try another name, or type the case number.',
    unknownPatient: 'Patient without a name',
    back: 'Patients',
    caseNumber: 'Case number',
    receivedFromInsurer: (insurer, when) => `${insurer} sent you the case on ${when}.`,
    chosenByPatient: (when) => `The patient chose you, and you received the case on ${when}.`,
    patientHeading: 'The patient',
    cpr: 'CPR number',
    phone: 'Phone',
    email: 'E-mail',
    postcode: 'Postcode',
    healthHeading: 'What the insurer has told',
    healthLead: 'You see only what the treatment calls for.',
    noHealth: 'The insurer has told nothing more.',
    attachments: 'Attachments',
    visits: 'Appointments',
    noVisits: 'No appointment is booked with you yet.',
    time: 'Time',
    practitioner: 'Practitioner',
    room: 'Room',
    visitStates: {
      booked: 'Booked',
      arrived: 'Arrived',
      completed: 'Completed',
      'no-show': 'No-show',
      cancelled: 'Cancelled',
      moved: 'Moved',
    },
    book: 'Book an appointment',
    notes: 'Notes',
    authorities: 'Information to an authority',
    notesLead: 'Only you can see them. The insurer cannot.',
    noNotes: 'There are no notes.',
    note: 'New note',
    saveNote: 'Save note',
    by: (name) => `Written by ${name}`,
    byFormerColleague: 'Written by a former colleague',
    requests: 'Further sessions',
    askForMore: 'Ask for further sessions',
    asked: (sessions, when) =>
      `You asked for ${sessions === 1 ? '1 session' : `${sessions} sessions`} more on ${when}.`,
    waiting: 'The insurer has not answered yet.',
    granted: (sessions, until) =>
      `The insurer has granted ${sessions === 1 ? '1 session' : `${sessions} sessions`} until ${until}.`,
    refused: 'The insurer has declined:',
    closeCourse: 'Close the course',
    closedTitle: 'The course is closed',
    closedText: (when, by) =>
      `It was closed on ${when}${by ? ` by ${by}` : ''}. You can read the case, but not change it.`,
    outcome: 'Outcome',
    summary: 'Summary',
    outcomes: {
      recovered: 'Recovered',
      improved: 'Improved',
      unchanged: 'Unchanged',
      worse: 'Worse',
      'referred-on': 'Referred on',
      'not-started': 'Not started',
    },
    noteSaved: 'The note is saved.',
    requestSent: 'The request is sent to the insurer.',
    courseClosed: 'The course is closed, and the insurer can see the outcome.',
    alreadyWaiting: 'You already have a request that the insurer has not answered.',
    alreadyClosed: 'The course is closed and cannot be changed.',
  },
)

/** `den 23. november 2026`: for the middle of a sentence. */
export const onDay = (language: Language, at: Temporal.Instant | Temporal.PlainDate): string => {
  const date = 'epochMilliseconds' in at ? dayOf(at) : at
  return `${language === 'da' ? 'den ' : ''}${formats(language).dayMonth(date)} ${date.year}`
}

type Approved = {
  readonly sessions: number
  readonly sessions_used: number
  readonly valid_until: Temporal.PlainDate | null
}

/** What the insurer has approved, in a sentence: "Godkendt til 6 behandlinger indtil den 14. marts 2027; 1 er booket eller brugt, 5 er tilbage." */
export function approvalSentence(language: Language, { sessions, sessions_used: used, valid_until }: Approved): string {
  const left = Math.max(0, sessions - used)
  if (sessions === 0 || !valid_until) {
    return language === 'da' ? 'Der er ikke godkendt nogen behandlinger.' : 'No sessions are approved.'
  }
  const until = onDay(language, valid_until)
  return language === 'da'
    ? `Godkendt til ${sessions === 1 ? '1 behandling' : `${sessions} behandlinger`} indtil ${until}; ${used} er booket eller brugt, ${left} er tilbage.`
    : `Approved for ${sessions === 1 ? '1 session' : `${sessions} sessions`} until ${until}; ${used} booked or used, ${left} left.`
}

/** The same for a table: "1 af 6, indtil 14.03.2027". */
export function approvalShort(language: Language, { sessions, sessions_used: used, valid_until }: Approved): string {
  const until = valid_until ? formats(language).dateShort(valid_until) : '–'
  return language === 'da' ? `${used} af ${sessions}, indtil ${until}` : `${used} of ${sessions}, until ${until}`
}
