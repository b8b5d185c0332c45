import { type CaseField, caseFields, caseFieldTexts } from '#features/cases/index.ts'

const fixed = [
  'case-number',
  'cpr',
  'name',
  'phone',
  'email',
  'postcode',
  'treatment',
  'sessions',
  'valid-from',
  'valid-until',
  'clinics',
  'consent',
  'consented-on',
  'means',
] as const
export type ColumnKey = (typeof fixed)[number] | CaseField

/** As the template writes them; a file may write them in any order and case. */
const fixedHeadings: Readonly<Record<(typeof fixed)[number], string>> = {
  'case-number': 'sagsnummer',
  cpr: 'cpr',
  name: 'navn',
  phone: 'telefon',
  email: 'email',
  postcode: 'postnummer',
  treatment: 'behandling',
  sessions: 'behandlinger',
  'valid-from': 'gyldig fra',
  'valid-until': 'gyldig til',
  clinics: 'klinikker',
  consent: 'samtykke',
  'consented-on': 'samtykkedato',
  means: 'samtykkemåde',
}

export const columnKeys: readonly ColumnKey[] = [...fixed, ...caseFields]
export const headingOf = (key: ColumnKey): string =>
  key in fixedHeadings
    ? fixedHeadings[key as (typeof fixed)[number]]
    : caseFieldTexts.da[key as CaseField].label.toLowerCase()

/** The column that `rows to mend` adds; a file that is brought back may still have it. */
export const faultHeading = 'fejl'

const mandatory: readonly ColumnKey[] = [
  'case-number',
  'cpr',
  'name',
  'treatment',
  'sessions',
  'valid-from',
  'valid-until',
  'clinics',
  'consent',
]

export const isMandatory = (key: ColumnKey): boolean => mandatory.includes(key)

export type Headings = {
  /** What each column of the file holds; null is left aside. */
  readonly keys: readonly (ColumnKey | null)[]
  readonly unknown: readonly string[]
  readonly missing: readonly string[]
  readonly twice: readonly string[]
}

export function readHeadings(cells: readonly string[]): Headings {
  const byHeading = new Map(columnKeys.map((key) => [headingOf(key), key]))
  const names = cells.map((cell) => cell.replace(/\s+/g, ' ').trim().normalize().toLowerCase())
  const keys = names.map((name) => byHeading.get(name) ?? null)
  const isKnown = (name: string) => byHeading.has(name) || name === faultHeading || name === ''
  return {
    keys,
    unknown: cells.filter((_, at) => !isKnown(names[at]!)).map((cell) => cell.trim().slice(0, 60)),
    missing: mandatory.filter((key) => !keys.includes(key)).map(headingOf),
    twice: [...new Set(names.filter((name, at) => name !== '' && names.indexOf(name) !== at))],
  }
}
