import { commonPasswords } from './common-passwords.ts'

export const passwordMinLength = 12
export const passwordMaxLength = 256

export type PasswordProblem = 'too-short' | 'too-long' | 'too-common' | 'contains-email'

/**
 * What is wrong with a chosen password, by NIST SP 800-63B: length and what attackers try first, no rules on kinds of
 * characters and no expiry. Lengths count characters, not bytes. Empty when nothing is wrong.
 */
export function passwordProblems(plain: string, about: { readonly email?: string } = {}): PasswordProblem[] {
  const text = plain.normalize('NFKC')
  const length = [...text].length
  const problems: PasswordProblem[] = []
  if (length < passwordMinLength) problems.push('too-short')
  if (length > passwordMaxLength) return ['too-long']
  if (isCommon(text.toLowerCase())) problems.push('too-common')
  if (containsLocalPart(text.toLowerCase(), about.email)) problems.push('contains-email')
  return problems
}

function isCommon(text: string): boolean {
  const core = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return (
    [text, core, repeatedPart(text), repeatedPart(core)].some((part) => commonPasswords.has(part)) || isPlainRun(text)
  )
}

/** `hejhejhej` is `hej`: a repetition is as easy to try as its part. */
const repeatedPart = (text: string): string => /^(.+?)\1+$/su.exec(text)?.[1] ?? text

/** At most three different characters, or every character the follower of the one before (`abcdefghijkl`). */
function isPlainRun(text: string): boolean {
  const points = [...text].map((character) => character.codePointAt(0)!)
  if (new Set(points).size <= 3) return true
  const steps = new Set(points.slice(1).map((point, at) => point - points[at]!))
  return steps.size === 1
}

/** A local part of one or two letters is found in almost any password and says nothing. */
function containsLocalPart(text: string, email: string | undefined): boolean {
  const local = email?.split('@')[0]?.trim().normalize('NFKC').toLowerCase() ?? ''
  return local.length >= 3 && text.includes(local)
}
