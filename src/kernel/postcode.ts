import { ok, problem, type Result } from './result.ts'

/** Four digits, 0800 to 9990, Greenland's 39xx among them. Whether it is in use is for the list of postcodes to say. */
export type Postcode = string & { readonly __postcode: true }
export type PostcodeProblem = 'empty' | 'format'

export function readPostcode(text: string): Result<Postcode, PostcodeProblem> {
  const bare = text.replace(/[\s\u00a0]/g, '').replace(/^DK-?/i, '')
  if (bare === '') return problem('empty')
  const inRange = /^\d{4}$/.test(bare) && bare >= '0800' && bare <= '9990'
  return inRange ? ok(bare as Postcode) : problem('format')
}
