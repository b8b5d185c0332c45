import { texts } from '#kernel/language.ts'

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

/** What each thing that happened is called. `when` is the appointment's time, `clinic` where. */
export const timelineTexts = texts(
  {
    created: 'Sagen blev oprettet',
    granted: (sessions: number) => `${count(sessions, 'behandling', 'behandlinger')} godkendt`,
    consentMarked: (means: string) => `Samtykke markeret: ${means.toLowerCase()}`,
    consentWithdrawn: 'Samtykket blev trukket tilbage',
    withdrawnBy: { patient: 'af patienten selv', insurer: 'af jer på patientens vegne' },
    disclosed: (clinic: string) => `Givet videre til ${clinic}`,
    attached: (files: number) => `${count(files, 'bilag', 'bilag')} vedlagt`,
    booked: (when: string, clinic: string) => `Tid booket: ${when}, ${clinic}`,
    moved: (when: string, clinic: string) => `Tid flyttet til ${when}, ${clinic}`,
    bookedBy: { patient: 'af patienten', clinic: 'af klinikken' },
    cancelled: (when: string, clinic: string) => `Tid aflyst: ${when}, ${clinic}`,
    cancelledBy: {
      patient: 'af patienten',
      clinic: 'af klinikken',
      insurer: 'af jer',
      'consent-withdrawn': 'fordi samtykket blev trukket tilbage',
      operator: 'fordi klinikken ikke længere bruger tjenesten',
    },
    completed: (when: string, clinic: string) => `Mødt til tiden ${when}, ${clinic}`,
    noShow: (when: string, clinic: string) => `Udeblevet fra tiden ${when}, ${clinic}`,
    requested: (sessions: number, clinic: string) =>
      `${clinic} bad om ${count(sessions, 'behandling', 'behandlinger')} mere`,
    refused: (clinic: string) => `Afslag på anmodningen fra ${clinic}`,
    closed: (clinic: string) => `Forløbet hos ${clinic} er afsluttet`,
    by: (name: string) => `af ${name}`,
    outcomes: {
      recovered: 'Patienten er rask',
      improved: 'Patienten har fået det bedre',
      unchanged: 'Patienten har det som før',
      worse: 'Patienten har fået det værre',
      'referred-on': 'Patienten er henvist videre',
      'not-started': 'Forløbet kom ikke i gang',
    },
    fields: { contact: 'navn og kontakt', cpr: 'CPR-nummer', approval: 'godkendelsen', attachments: 'bilag' },
  },
  {
    created: 'The case was opened',
    granted: (sessions: number) => `${count(sessions, 'session', 'sessions')} approved`,
    consentMarked: (means: string) => `Consent marked: ${means.toLowerCase()}`,
    consentWithdrawn: 'The consent was withdrawn',
    withdrawnBy: { patient: 'by the patient', insurer: 'by you on the patient’s behalf' },
    disclosed: (clinic: string) => `Handed over to ${clinic}`,
    attached: (files: number) => `${count(files, 'attachment', 'attachments')} added`,
    booked: (when: string, clinic: string) => `Appointment booked: ${when}, ${clinic}`,
    moved: (when: string, clinic: string) => `Appointment moved to ${when}, ${clinic}`,
    bookedBy: { patient: 'by the patient', clinic: 'by the clinic' },
    cancelled: (when: string, clinic: string) => `Appointment cancelled: ${when}, ${clinic}`,
    cancelledBy: {
      patient: 'by the patient',
      clinic: 'by the clinic',
      insurer: 'by you',
      'consent-withdrawn': 'because the consent was withdrawn',
      operator: 'because the clinic no longer uses the service',
    },
    completed: (when: string, clinic: string) => `Attended ${when}, ${clinic}`,
    noShow: (when: string, clinic: string) => `Did not come ${when}, ${clinic}`,
    requested: (sessions: number, clinic: string) =>
      `${clinic} asked for ${count(sessions, 'more session', 'more sessions')}`,
    refused: (clinic: string) => `The request from ${clinic} was refused`,
    closed: (clinic: string) => `The course at ${clinic} is closed`,
    by: (name: string) => `by ${name}`,
    outcomes: {
      recovered: 'The patient has recovered',
      improved: 'The patient is better',
      unchanged: 'The patient is as before',
      worse: 'The patient is worse',
      'referred-on': 'The patient has been referred on',
      'not-started': 'The course did not begin',
    },
    fields: { contact: 'name and contact', cpr: 'CPR number', approval: 'the approval', attachments: 'attachments' },
  },
)
