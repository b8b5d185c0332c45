import { ok, problem, type Result } from './result.ts'

/** E.164, for instance `+4512345678`. */
export type Phone = string & { readonly __phone: true }
export type PhoneProblem = 'empty' | 'format'

/** Eight digits are Danish; other countries' numbers need `+` or `00` in front. */
export function readPhone(text: string): Result<Phone, PhoneProblem> {
  const bare = text.replace(/[\s\u00a0()./\u2010-\u2013-]/g, '').replace(/^00/, '+')
  if (bare === '') return problem('empty')
  if (/^[1-9]\d{7}$/.test(bare)) return ok(`+45${bare}` as Phone)
  if (bare.startsWith('+45')) return /^\+45[1-9]\d{7}$/.test(bare) ? ok(bare as Phone) : problem('format')
  return /^\+[1-9]\d{6,14}$/.test(bare) ? ok(bare as Phone) : problem('format')
}

/** Danish numbers in pairs without country code, `12 34 56 78`; foreign ones as they are. */
export function formatPhone(phone: Phone): string {
  if (!phone.startsWith('+45')) return phone
  return phone.slice(3).replace(/(\d\d)(?=\d)/g, '$1 ')
}
