import {
  type CaseField,
  caseFields,
  clinicsBehind,
  type EntryChoices,
  type EntryFault,
  faultsOf,
  type NewCase,
} from '#features/cases/index.ts'
import type { ConsentMeans } from '#features/consent/index.ts'
import { readCpr } from '#kernel/cpr.ts'
import { readCvr } from '#kernel/cvr.ts'
import { readEmail } from '#kernel/email.ts'
import { readPhone } from '#kernel/phone.ts'
import { readPostcode } from '#kernel/postcode.ts'
import { ok, problem, type Result } from '#kernel/result.ts'
import { Temporal } from '#kernel/time.ts'
import { isReadable } from '#platform/http/form-field.ts'
import type { ColumnKey } from './import-columns.ts'

export type FaultKind =
  | 'missing'
  | 'unreadable'
  | 'too-long'
  | 'cpr'
  | 'cpr-date'
  | 'phone'
  | 'email'
  | 'postcode'
  | 'unknown-treatment'
  | 'sessions'
  | 'date'
  | 'period-backwards'
  | 'period-over'
  | 'cvr'
  | 'unknown-clinic'
  | 'yes-or-no'
  | 'date-ahead'
  | 'means'
  | 'consent-contradicts'
  | 'field-required'
  | 'field-not-asked'
  | 'too-many-cells'
  | 'number-twice'
  | 'number-taken'

export type Fault = { readonly column: ColumnKey | 'row'; readonly problem: FaultKind; readonly otherRow?: number }

export type ReadRow = { readonly faults: readonly Fault[]; readonly caseNumber: string; readonly entry: NewCase | null }

type Around = {
  readonly keys: readonly (ColumnKey | null)[]
  readonly choices: EntryChoices
  readonly today: Temporal.PlainDate
}

/** One row as a case to open, or everything that is wrong with it. */
export function readRow(cells: readonly string[], { keys, choices, today }: Around): ReadRow {
  const { note, faults, values, optional, required } = cellReader(cells, keys)
  if (cells.slice(keys.length).some((cell) => cell.trim() !== '')) note('row', 'too-many-cells')
  const said = required('consent', yesOrNo)
  const about = said ? required : optional
  const read = {
    caseNumber: required('case-number', atMost(60)),
    cpr: required(
      'cpr',
      told(readCpr, (why) => (why === 'date' ? 'cpr-date' : 'cpr')),
    ),
    name: required('name', atMost(200)),
    phone: optional(
      'phone',
      told(readPhone, () => 'phone'),
    ),
    email: optional(
      'email',
      told(readEmail, () => 'email'),
    ),
    postcode: optional(
      'postcode',
      told(readPostcode, () => 'postcode'),
    ),
    treatmentType: required('treatment', treatmentAmong(choices)),
    sessions: required('sessions', sessionCount),
    validFrom: required('valid-from', readDate),
    validUntil: required('valid-until', readDate),
    clinics: required('clinics', readClinics),
    consentedOn: about('consented-on', readDate),
    means: about('means', readMeans),
    details: detailsIn(optional),
  }
  if (said === false && (values.has('consented-on') || values.has('means'))) note('consent', 'consent-contradicts')
  for (const fault of faultsOf(read, choices, today)) note(columnOf(fault.at), fault.why)
  return {
    faults: [...faults].map(([column, kind]) => ({ column, problem: kind })),
    caseNumber: read.caseNumber ?? '',
    entry: faults.size === 0 ? entryOf(read as Whole, said === true, choices) : null,
  }
}

/** Reads cells by their columns, and keeps the first thing that is wrong with each. */
function cellReader(cells: readonly string[], keys: Around['keys']) {
  const faults = new Map<Fault['column'], FaultKind>()
  const note = (column: Fault['column'], kind: FaultKind) => {
    if (!faults.has(column)) faults.set(column, kind)
  }
  const values = valuesOf(cells, keys, note)
  const optional = <Value>(column: ColumnKey, parse: (text: string) => Result<Value, FaultKind>) => {
    const text = values.get(column)
    if (text === undefined) return undefined
    const read = parse(text)
    if (!read.ok) note(column, read.problem)
    return read.ok ? read.value : undefined
  }
  const required: typeof optional = (column, parse) => {
    if (!values.has(column)) note(column, 'missing')
    return optional(column, parse)
  }
  return { faults, note, values, optional, required }
}

type Whole = NewCase['patient'] & {
  readonly caseNumber: string
  readonly treatmentType: string
  readonly sessions: number
  readonly validFrom: Temporal.PlainDate
  readonly validUntil: Temporal.PlainDate
  readonly clinics: 'any' | readonly string[]
  readonly consentedOn: Temporal.PlainDate
  readonly means: ConsentMeans
  readonly details: NewCase['details']
}

const entryOf = (read: Whole, consents: boolean, choices: EntryChoices): NewCase => ({
  caseNumber: read.caseNumber,
  patient: {
    cpr: read.cpr,
    name: read.name,
    phone: read.phone ?? null,
    email: read.email ?? null,
    postcode: read.postcode ?? null,
  },
  treatmentType: read.treatmentType,
  details: read.details,
  approval: {
    sessions: read.sessions,
    validFrom: read.validFrom,
    validUntil: read.validUntil,
    clinics: clinicsBehind(read.clinics, choices),
  },
  consent: consents ? { consentedOn: read.consentedOn, means: read.means } : null,
})

/** The cells with something in them, trimmed and NFC. */
function valuesOf(cells: readonly string[], keys: Around['keys'], note: (column: ColumnKey, kind: FaultKind) => void) {
  const values = new Map<ColumnKey, string>()
  for (const [at, key] of keys.entries()) {
    const text = (cells[at] ?? '').replace(/\r\n?/g, '\n').trim().normalize()
    if (key === null || text === '') continue
    values.set(key, text)
    if (!isReadable(text)) note(key, 'unreadable')
  }
  return values
}

type Optional = (column: ColumnKey, parse: (text: string) => Result<string, FaultKind>) => string | undefined

function detailsIn(optional: Optional): NewCase['details'] {
  const given = caseFields.map((field) => [field, optional(field, atMost(2000))] as const)
  return Object.fromEntries(given.filter(([, value]) => value !== undefined)) as Partial<Record<CaseField, string>>
}

const columns = {
  treatmentType: 'treatment',
  validUntil: 'valid-until',
  clinics: 'clinics',
  consentedOn: 'consented-on',
} as const
const columnOf = (at: EntryFault['at']): ColumnKey =>
  at in columns ? columns[at as keyof typeof columns] : (at as CaseField)

const atMost = (max: number) => (text: string) => (text.length <= max ? ok(text) : problem('too-long' as const))

const told =
  <Value, Why>(read: (text: string) => Result<Value, Why>, kindOf: (why: Why) => FaultKind) =>
  (text: string): Result<Value, FaultKind> => {
    const outcome = read(text)
    return outcome.ok ? outcome : problem(kindOf(outcome.problem))
  }

const treatmentAmong =
  ({ treatments }: EntryChoices) =>
  (text: string): Result<string, FaultKind> => {
    const asked = text.toLowerCase()
    const found = [...treatments.values()].find((one) =>
      [one.code, one.name_da.toLowerCase(), one.name_en.toLowerCase()].includes(asked),
    )
    return found ? ok(found.code) : problem('unknown-treatment')
  }

function sessionCount(text: string): Result<number, FaultKind> {
  return /^[1-9]\d?$/.test(text) ? ok(Number(text)) : problem('sessions')
}

/** `31.12.2026`, `31-12-2026`, `31/12/2026` or `2026-12-31`. */
function readDate(text: string): Result<Temporal.PlainDate, FaultKind> {
  const danish = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text)
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  const [year, month, day] = danish ? [danish[3], danish[2], danish[1]] : [iso?.[1], iso?.[2], iso?.[3]]
  try {
    return ok(
      Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: Number(day) }, { overflow: 'reject' }),
    )
  } catch {
    return problem('date')
  }
}

function readClinics(text: string): Result<'any' | readonly string[], FaultKind> {
  if (/^(alle|all)$/i.test(text)) return ok('any')
  const numbers = text.split('|').map((one) => readCvr(one))
  return numbers.every((one) => one.ok) ? ok(numbers.map(({ value }) => value)) : problem('cvr')
}

function yesOrNo(text: string): Result<boolean, FaultKind> {
  if (/^(ja|yes)$/i.test(text)) return ok(true)
  return /^(nej|no)$/i.test(text) ? ok(false) : problem('yes-or-no')
}

const meansWords: ReadonlyMap<string, ConsentMeans> = new Map([
  ['mundtligt', 'oral'],
  ['skriftligt', 'written'],
  ['digitalt', 'digital'],
])
function readMeans(text: string): Result<ConsentMeans, FaultKind> {
  const means = meansWords.get(text.toLowerCase())
  return means ? ok(means) : problem('means')
}
