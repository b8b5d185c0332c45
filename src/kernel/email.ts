import { domainToASCII } from 'node:url'
import { ok, problem, type Result } from './result.ts'

/** An address that mail can be sent to; the domain in lower case and, where it has other letters, as punycode. */
export type Email = string & { readonly __email: true }
export type EmailProblem = 'empty' | 'format' | 'too-long'

const localShape = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i
const domainShape = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/

/**
 * A pragmatic check that refuses typing errors, not every address that could never work. The part before @ keeps its
 * case, since only its own server may say that case does not matter.
 */
export function readEmail(text: string): Result<Email, EmailProblem> {
  const bare = text.trim()
  if (bare === '') return problem('empty')
  if (bare.length > 254) return problem('too-long')
  const at = bare.lastIndexOf('@')
  const local = bare.slice(0, Math.max(at, 0))
  const typedDomain = bare.slice(at + 1)
  if (local.length > 64 || !localShape.test(local) || !/^[\p{L}\p{N}.-]+$/u.test(typedDomain)) return problem('format')
  const domain = domainToASCII(typedDomain)
  if (!domainShape.test(domain)) return problem('format')
  const email = `${local}@${domain}`
  return email.length > 254 ? problem('too-long') : ok(email as Email)
}
