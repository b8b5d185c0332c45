/**
 * The Danish personal number. CPR-kontoret asks every system to accept numbers that fail modulus 11 (issued since
 * October 2007), so a number is right when it has ten digits and holds a date that exists; the check sum is no more
 * than a hint to look again. National replacement numbers (X-eCPR) are read too. Sex is not read from the number.
 */
import { ok, problem, type Result } from './result.ts'
import { Temporal } from './time.ts'

/** Ten characters without hyphen: a CPR number or an X-eCPR. */
export type Cpr = string & { readonly __cpr: true }
export type CprProblem = 'empty' | 'length' | 'characters' | 'date'
export type CprKind = 'number' | 'replacement'

const personShape = /^\d{10}$/
const replacementShape = /^\d{6}[17][A-Z]{2}\d$/

/** Reads what a person typed, with or without hyphen and blanks. */
export function readCpr(text: string): Result<Cpr, CprProblem> {
  const bare = text.replace(/[\s\u00a0\u2010-\u2013-]/g, '').toUpperCase()
  if (bare === '') return problem('empty')
  if (bare.length !== 10) return problem('length')
  if (!personShape.test(bare) && !replacementShape.test(bare)) return problem('characters')
  return dateIn(bare) ? ok(bare as Cpr) : problem('date')
}

export const cprKind = (cpr: Cpr): CprKind => (personShape.test(cpr) ? 'number' : 'replacement')

/** Where the birth date was unknown, a replacement number holds its date of issue instead. */
export function birthDateOf(cpr: Cpr): Temporal.PlainDate {
  const date = dateIn(cpr)
  if (!date) throw new RangeError('A CPR number without a date was never read by readCpr')
  return date
}

/** Full years lived on that day; negative before birth. */
export const ageOn = (bornOn: Temporal.PlainDate, date: Temporal.PlainDate): number =>
  bornOn.until(date, { largestUnit: 'years' }).years

export const formatCpr = (cpr: Cpr): string => `${cpr.slice(0, 6)}-${cpr.slice(6)}`

/** For screens where the whole number is not needed: `010190-••••`. */
export const maskCpr = (cpr: Cpr): string => `${cpr.slice(0, 6)}-••••`

const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1] as const

/** Only for the hint "check that the number is typed correctly": many valid numbers fail. */
export const passesModulus11 = (cpr: Cpr): boolean =>
  cprKind(cpr) === 'number' && weights.reduce((sum, weight, at) => sum + weight * Number(cpr[at]), 0) % 11 === 0

function dateIn(bare: string): Temporal.PlainDate | null {
  const [day, month, yearInCentury] = [0, 2, 4].map((at) => Number(bare.slice(at, at + 2))) as [number, number, number]
  const year = centuryOf(bare, yearInCentury) + yearInCentury
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function centuryOf(bare: string, yearInCentury: number): 1800 | 1900 | 2000 {
  const seventh = Number(bare[6])
  if (replacementShape.test(bare)) return seventh === 1 ? 1900 : 2000
  if (seventh <= 3) return 1900
  if (seventh === 4 || seventh === 9) return yearInCentury <= 36 ? 2000 : 1900
  return yearInCentury <= 57 ? 2000 : 1800
}
