import { randomBytes, randomInt } from 'node:crypto'
import { blindIndex } from './blind-index.ts'
import type { Keyring } from './keyring.ts'
import { sameBytes } from './tokens.ts'

const alphabet = '23456789abcdefghjkmnpqrstuvwxyz'
const codeCount = 10
const halfLength = 5
const saltBytes = 16

/** Ten codes `xxxxx-xxxxx` without look-alikes (no 0/o, 1/i/l), shown once; `hashes` in the same order is what is stored. */
export function newRecoveryCodes(keyring: Keyring): { codes: string[]; hashes: Buffer[] } {
  const codes = Array.from({ length: codeCount }, () => `${half()}-${half()}`)
  return { codes, hashes: codes.map((code) => hashWith(keyring, randomBytes(saltBytes), bare(code))) }
}

export type RecoveryMatch =
  | { readonly kind: 'match'; readonly index: number }
  | { readonly kind: 'used' }
  | { readonly kind: 'wrong' }

/** Looks a typed code up among one account's codes; each works once. Case, spaces and the dash do not matter. */
export function matchRecoveryCode(
  keyring: Keyring,
  typed: string,
  stored: readonly { readonly hash: Buffer; readonly used: boolean }[],
): RecoveryMatch {
  const code = bare(typed)
  let found = -1
  for (const [index, { hash }] of stored.entries()) {
    if (sameBytes(hashWith(keyring, hash.subarray(0, saltBytes), code), hash)) found = index
  }
  if (found < 0) return { kind: 'wrong' }
  return stored[found]!.used ? { kind: 'used' } : { kind: 'match', index: found }
}

const half = () => Array.from({ length: halfLength }, () => alphabet[randomInt(alphabet.length)]).join('')

const bare = (code: string) => code.toLowerCase().replace(/[\s-]/g, '')

/** 49 bits are too few for a bare SHA-256 in a stolen database, so the hash is keyed from outside it. */
const hashWith = (keyring: Keyring, salt: Buffer, code: string): Buffer =>
  Buffer.concat([salt, blindIndex(keyring, 'recovery-code', `${salt.toString('hex')}/${code}`)])
