import type { CaseField } from '#features/cases/index.ts'
import type { Profession } from './organisations.ts'

export type Treatment = {
  readonly code: string
  readonly profession: Profession
  readonly durationMinutes: number
  readonly bufferMinutes: number
  readonly sessions: readonly [least: number, most: number]
  /** How often it is seen, of a hundred. */
  readonly share: number
  readonly details: readonly Readonly<Partial<Record<CaseField, string>>>[]
}

const back = { complaint: 'Smerter i lænden efter løft, værst om morgenen', 'body-part': 'Lænd' }

/** The treatment types of the service, with what insurers write about them. */
export const treatments: readonly Treatment[] = [
  {
    code: 'physiotherapy',
    profession: 'physiotherapist',
    durationMinutes: 45,
    bufferMinutes: 0,
    sessions: [4, 12],
    share: 42,
    details: [
      { ...back, onset: 'For tre uger siden', 'earlier-treatment': 'Håndkøbsmedicin og ro, hjalp lidt' },
      { complaint: 'Ømhed foran på knæet, når hun går på trapper', 'body-part': 'Højre knæ', onset: 'I september' },
      {
        complaint: 'Kan ikke løfte armen over hovedet',
        'body-part': 'Venstre skulder',
        onset: 'Efter et fald på cykel',
      },
      { complaint: 'Stiv nakke og hovedpine ved skærmarbejde', 'body-part': 'Nakke' },
      {
        complaint: 'Forstuvet fod, hæver stadig efter gang',
        'body-part': 'Venstre ankel',
        onset: 'For seks uger siden',
      },
    ],
  },
  {
    code: 'chiropractic',
    profession: 'chiropractor',
    durationMinutes: 30,
    bufferMinutes: 0,
    sessions: [4, 8],
    share: 13,
    details: [
      { ...back, onset: 'Efter havearbejde', imaging: 'Røntgen fra i sommer' },
      { complaint: 'Låsning mellem skulderbladene', 'body-part': 'Ryg' },
      { complaint: 'Udstrålende smerte ned i benet', 'body-part': 'Lænd', imaging: 'MR fra foråret, kan medbringes' },
    ],
  },
  {
    code: 'psychologist',
    profession: 'psychologist',
    durationMinutes: 50,
    bufferMinutes: 10,
    sessions: [6, 12],
    share: 16,
    details: [
      { reason: 'Belastning efter længere tid med for meget arbejde' },
      { reason: 'Sorg efter tab i den nærmeste familie' },
      { reason: 'Angst ved bilkørsel efter en ulykke' },
      { reason: 'Søvnbesvær og uro', interpreter: 'Polsk' },
    ],
  },
  {
    code: 'orthopaedic-pre-examination',
    profession: 'doctor',
    durationMinutes: 30,
    bufferMinutes: 0,
    sessions: [1, 2],
    share: 9,
    details: [
      { complaint: 'Knæet låser og svigter', 'body-part': 'Venstre knæ', imaging: 'MR fra oktober', medicine: 'Ingen' },
      { complaint: 'Hoftesmerter om natten', 'body-part': 'Højre hofte', diagnosis: 'Slidgigt' },
    ],
  },
  {
    code: 'mr-scan',
    profession: 'radiographer',
    durationMinutes: 40,
    bufferMinutes: 10,
    sessions: [1, 1],
    share: 7,
    details: [
      { 'body-part': 'Venstre knæ', question: 'Er menisken skadet?', implants: 'Nej' },
      { 'body-part': 'Lænd', question: 'Tegn på diskusprolaps?', implants: 'Skruer i højre ankel' },
    ],
  },
  {
    code: 'dietitian',
    profession: 'dietitian',
    durationMinutes: 45,
    bufferMinutes: 0,
    sessions: [3, 6],
    share: 5,
    details: [
      { reason: 'Nyopdaget forhøjet blodsukker', medicine: 'Metformin 500 mg', allergies: 'Ingen kendte' },
      { reason: 'Uønsket vægttab efter sygdom', allergies: 'Nødder' },
    ],
  },
  {
    code: 'pain-specialist',
    profession: 'doctor',
    durationMinutes: 60,
    bufferMinutes: 0,
    sessions: [1, 3],
    share: 4,
    details: [
      {
        complaint: 'Vedvarende smerter i ryg og ben',
        onset: 'For to år siden',
        medicine: 'Paracetamol 1 g fire gange dagligt',
        'earlier-treatment': 'Fysioterapi i et halvt år, nogen virkning',
      },
    ],
  },
  {
    code: 'foot-therapy',
    profession: 'podiatrist',
    durationMinutes: 45,
    bufferMinutes: 5,
    sessions: [2, 4],
    share: 4,
    details: [
      { complaint: 'Nedgroet negl, som gør ondt i sko' },
      { complaint: 'Hård hud og revner', diagnosis: 'Diabetes' },
    ],
  },
]

export const words = {
  notes: [
    'Gennemgået øvelser. God fremgang, færre smerter ved gang.',
    'Fortsat nedsat bevægelighed. Øvelser justeret, ses igen om en uge.',
    'Talt om belastning i hverdagen og lagt en plan for de næste to uger.',
  ],
  requests: [
    'Patienten er i god bedring, men mangler styrke. Vi beder om flere behandlinger for at undgå tilbagefald.',
    'Bevægeligheden er halvvejs tilbage. Vi forventer, at yderligere behandlinger er nok til at afslutte forløbet.',
  ],
  refusals: ['Dækningen er brugt op for denne skade. Patienten kan fortsætte for egen regning hos klinikken.'],
  summaries: [
    'Forløbet er afsluttet efter planen. Patienten fortsætter med øvelser på egen hånd.',
    'Afsluttet med instruktion. Patienten ved, hvor han kan henvende sig igen.',
  ],
  cancellations: ['Er blevet forkølet', 'Kan ikke få fri fra arbejde'],
} as const
