import { texts } from '#kernel/language.ts'
import type { AgreementState, EndingReason, EndingStep } from './agreements.ts'

type Counted = (n: number) => string
const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

type Words = {
  readonly back: string
  readonly kinds: Readonly<Record<'insurer' | 'clinic' | 'hospital', string>>
  readonly states: Readonly<Record<AgreementState, string>>
  readonly details: string
  readonly cvr: string
  readonly town: string
  readonly email: string
  readonly phone: string
  readonly since: string
  readonly erasedValue: string
  readonly agreement: string
  readonly running: string
  readonly ending: (day: string, reason: string) => string
  readonly endingText: string
  readonly ended: (day: string, reason: string) => string
  readonly reasons: Readonly<Record<EndingReason, string>>
  readonly end: string
  readonly takeBack: string
  readonly figures: string
  readonly users: string
  readonly credentials: string
  readonly openCases: string
  readonly visits: string
  readonly journals: string
  readonly requests: string
  readonly progress: string
  readonly accessEnded: string
  readonly steps: Readonly<Record<EndingStep, string>>
  readonly visitsCalledOff: Counted
  readonly contactsWait: (date: string) => string
  readonly kept: string
}

export const organisationTexts = texts<Words>(
  {
    back: 'Organisationer',
    kinds: { insurer: 'Forsikringsselskab', clinic: 'Klinik', hospital: 'Privathospital' },
    states: { running: 'Aftalen løber', ending: 'Aftalen slutter', ended: 'Aftalen er slut' },
    details: 'Oplysninger',
    cvr: 'CVR-nummer',
    town: 'By',
    email: 'E-mail',
    phone: 'Telefon',
    since: 'Registreret',
    erasedValue: 'slettet',
    agreement: 'Aftalen',
    running: 'Aftalen har ingen slutdag.',
    ending: (day, reason) => `Aftalens sidste dag er ${day}. Grund: ${reason}.`,
    endingText: 'Når dagen er gået, lukkes adgangen, og kommende tider aflyses. Indtil da kan det tages tilbage.',
    ended: (day, reason) => `Aftalen sluttede ${day}. Grund: ${reason}. Det kan ikke tages tilbage.`,
    reasons: {
      'their-notice': 'de har sagt op',
      'our-notice': 'vi har sagt op',
      closing: 'virksomheden lukker',
      breach: 'aftalen er brudt',
      'service-ends': 'tjenesten lukker',
      replay: 'sluttet igen efter gendannelse fra backup',
    },
    end: 'Afslut aftalen',
    takeBack: 'Tag afslutningen tilbage',
    figures: 'Tal',
    users: 'Brugere med adgang',
    credentials: 'API-adgange',
    openCases: 'Åbne sager',
    visits: 'Kommende tider efter sidste dag',
    journals: 'Journaler, der ikke er overdraget',
    requests: 'Åbne anmodninger om persondata',
    progress: 'Så langt er vi',
    accessEnded: 'Al adgang lukket',
    steps: {
      told: 'Dem, det angår, har fået besked',
      'visits-called-off': 'Kommende tider aflyst',
      'contacts-erased': 'Medarbejdernes oplysninger slettet',
      'company-erased': 'Virksomhedens adresse, mail og telefon slettet',
    },
    visitsCalledOff: (n) =>
      count(n, 'tid aflyst, patienten har fået besked', 'tider aflyst, patienterne har fået besked'),
    contactsWait: (date) =>
      `Medarbejdernes oplysninger slettes, når alt er overdraget og besvaret, og senest efter ${date}. Indtil da kan administratorer logge ind, kun til det.`,
    kept: 'Det bliver gemt, og hvorfor',
  },
  {
    back: 'Organisations',
    kinds: { insurer: 'Insurer', clinic: 'Clinic', hospital: 'Private hospital' },
    states: { running: 'Agreement running', ending: 'Agreement ending', ended: 'Agreement ended' },
    details: 'Details',
    cvr: 'Company number',
    town: 'Town',
    email: 'E-mail',
    phone: 'Phone',
    since: 'Registered',
    erasedValue: 'erased',
    agreement: 'The agreement',
    running: 'The agreement has no last day.',
    ending: (day, reason) => `The last day of the agreement is ${day}. Reason: ${reason}.`,
    endingText: 'When the day is over, access ends and coming visits are cancelled. Until then it can be taken back.',
    ended: (day, reason) => `The agreement ended on ${day}. Reason: ${reason}. That cannot be taken back.`,
    reasons: {
      'their-notice': 'they gave notice',
      'our-notice': 'we gave notice',
      closing: 'the company closes',
      breach: 'breach of the agreement',
      'service-ends': 'the service closes',
      replay: 'ended again after a restore from backup',
    },
    end: 'End the agreement',
    takeBack: 'Take the ending back',
    figures: 'Figures',
    users: 'Users with access',
    credentials: 'API accesses',
    openCases: 'Open cases',
    visits: 'Coming visits after the last day',
    journals: 'Journals not handed over',
    requests: 'Open requests about personal data',
    progress: 'How far it has come',
    accessEnded: 'All access ended',
    steps: {
      told: 'Those concerned are told',
      'visits-called-off': 'Coming visits cancelled',
      'contacts-erased': 'Details of the staff erased',
      'company-erased': 'The company’s address, mail and phone erased',
    },
    visitsCalledOff: (n) => count(n, 'visit cancelled, the patient is told', 'visits cancelled, the patients are told'),
    contactsWait: (date) =>
      `The details of the staff are erased once everything is handed over and answered, and after ${date} at the latest. Until then administrators can log in, for that alone.`,
    kept: 'What is kept, and why',
  },
)

export const organisationNotices = texts(
  {
    announced: 'Afslutningen er noteret.',
    ended: 'Aftalen er slut. Al adgang er lukket, og resten er i gang.',
    'taken-back': 'Afslutningen er taget tilbage. Aftalen løber videre.',
    'too-late': 'Det er for sent at tage tilbage: aftalen er slut.',
  },
  {
    announced: 'The ending is noted.',
    ended: 'The agreement has ended. All access is closed, and the rest is under way.',
    'taken-back': 'The ending is taken back. The agreement goes on.',
    'too-late': 'It is too late to take it back: the agreement has ended.',
  },
)
