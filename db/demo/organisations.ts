import type { OrganisationKind } from '#policy/actor.ts'

export type Profession =
  | 'physiotherapist'
  | 'chiropractor'
  | 'psychologist'
  | 'doctor'
  | 'radiographer'
  | 'dietitian'
  | 'podiatrist'

export type DemoOrganisation = {
  /** The first part of its e-mail addresses' domain, and what its id is made of. */
  readonly key: string
  readonly kind: OrganisationKind
  readonly name: string
  readonly address: { readonly street: string; readonly postcode: string; readonly directions: string } | null
  readonly professions: readonly Profession[]
}

const professions: Readonly<Record<string, Profession>> = {
  P: 'physiotherapist',
  K: 'chiropractor',
  S: 'psychologist',
  D: 'doctor',
  R: 'radiographer',
  E: 'dietitian',
  F: 'podiatrist',
}

const treating =
  (kind: 'clinic' | 'hospital') =>
  (key: string, name: string, address: [street: string, postcode: string, directions: string], team: string) =>
    ({
      key,
      kind,
      name,
      address: { street: address[0], postcode: address[1], directions: address[2] },
      professions: [...team].map((letter) => professions[letter]!),
    }) satisfies DemoOrganisation

const clinic = treating('clinic')
const hospital = treating('hospital')
const office = (kind: 'insurer' | 'operator', key: string, name: string): DemoOrganisation => ({
  key,
  kind,
  name,
  address: null,
  professions: [],
})

export const operator = office('operator', 'drift', 'Klinikbro Drift')

export const insurers = [
  office('insurer', 'nordlys', 'Nordlys Sundhed'),
  office('insurer', 'havblik', 'Havblik Forsikring'),
  office('insurer', 'laerkebo', 'Lærkebo Pension'),
] as const

export const clinics: readonly DemoOrganisation[] = [
  clinic(
    'bakken',
    'Klinikken på Bakken',
    ['Guldregnstræde 12', '8000', 'Indgang i gården, elevator til 1. sal'],
    'PPKES',
  ),
  hospital(
    'fjorden',
    'Fjorden Privathospital',
    ['Pilekvisten 3', '5000', 'Hovedindgang, tag et nummer i hallen'],
    'DDRPS',
  ),
  clinic('soehusene', 'Søhusenes Fysioterapi', ['Sivsangerstien 41', '1050', 'Stuen til højre'], 'PPPKS'),
  clinic('kastanje', 'Kastanjehusets Klinik', ['Kastanjekrogen 7', '2000', 'Ring på, vi lukker op'], 'PSSEF'),
  clinic('mosevang', 'Mosevangens Klinik', ['Lyngspurvevej 18', '2800', 'Parkering bag huset'], 'PPKSF'),
  clinic('rygogled', 'Ryg og Led ved Kilden', ['Kildevældsgangen 5', '4000', '2. sal, elevator'], 'KKPPF'),
  clinic('storkereden', 'Storkeredens Klinik', ['Storkeredevej 22', '4700', 'Niveaufri adgang fra haven'], 'PPSEF'),
  clinic('sundkrogen', 'Sundkrogens Klinikhus', ['Tangloppevej 9', '5700', 'Indgang fra vandsiden'], 'PKSSE'),
  hospital('aadalen', 'Ådalens Privathospital', ['Engblommevej 60', '6000', 'Følg de grønne skilte'], 'DDRPP'),
  clinic('klitrosen', 'Klitrosens Fysioterapi', ['Hjelmegangen 14', '6700', 'Dør med blå ramme'], 'PPPFK'),
  clinic('hedehuset', 'Klinikken i Hedehuset', ['Revlingestien 30', '8800', 'Stuen, to trin op eller rampe'], 'PSKEF'),
  hospital('limhoej', 'Limhøj Privathospital', ['Kridtskrænten 2', '9000', 'Hovedindgang, 3. etage'], 'DDRPS'),
]
