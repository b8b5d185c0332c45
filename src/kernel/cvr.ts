import { ok, problem, type Result } from './result.ts'

/** A Danish company number, eight digits. A right check digit does not prove that the company exists. */
export type Cvr = string & { readonly __cvr: true }
export type CvrProblem = 'empty' | 'length' | 'check-digit'

const weights = [2, 7, 6, 5, 4, 3, 2, 1] as const

/** Accepts blanks and the VAT form `DK12345678`. Not for P-numbers, which have no such check digit. */
export function readCvr(text: string): Result<Cvr, CvrProblem> {
  const bare = text.replace(/[\s\u00a0-]/g, '').replace(/^DK/i, '')
  if (bare === '') return problem('empty')
  if (!/^\d{8}$/.test(bare)) return problem('length')
  const sum = weights.reduce((total, weight, at) => total + weight * Number(bare[at]), 0)
  return sum > 0 && sum % 11 === 0 ? ok(bare as Cvr) : problem('check-digit')
}
