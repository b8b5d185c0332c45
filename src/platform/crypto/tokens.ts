import { createHash, createHmac, createSecretKey, randomBytes, timingSafeEqual } from 'node:crypto'
import { deriveKey } from './aead.ts'

/** A secret for a link or a session: 32 random bytes in base64url. Only its hash is stored. */
export function newToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashToken(token) }
}

/** SHA-256 without salt: a token is random, so there is nothing to guess, and a row is found by its hash. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token, 'utf8').digest()

/** Compares without telling by time where the difference lies. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.byteLength === b.byteLength && timingSafeEqual(a, b)

/** `value.signature`, for a cookie that the browser may read but not change. `purpose` is the cookie's name. */
export const signValue = (key: Buffer, purpose: string, value: string): string =>
  `${value}.${mac(key, `cookie/${purpose}`, value).toString('base64url')}`

/** The value, or null when the signature is missing, wrong or made for another purpose. */
export function verifyValue(key: Buffer, purpose: string, signed: string): string | null {
  const dot = signed.lastIndexOf('.')
  if (dot < 0) return null
  const value = signed.slice(0, dot)
  const given = Buffer.from(signed.slice(dot + 1), 'base64url')
  return sameBytes(given, mac(key, `cookie/${purpose}`, value)) ? value : null
}

/** A form token bound to one session's secret. Different in every page, so that compression cannot give it away (BREACH). */
export function csrfToken(sessionKey: Buffer, secret: string): string {
  const salt = randomBytes(12).toString('base64url')
  return `${salt}.${mac(sessionKey, 'csrf', `${salt}.${secret}`).toString('base64url')}`
}

export function csrfMatches(sessionKey: Buffer, secret: string, given: string): boolean {
  const [salt, signature, ...rest] = given.split('.')
  if (!salt || !signature || rest.length > 0) return false
  return sameBytes(Buffer.from(signature, 'base64url'), mac(sessionKey, 'csrf', `${salt}.${secret}`))
}

const mac = (key: Buffer, purpose: string, value: string): Buffer =>
  createHmac('sha256', deriveKey(createSecretKey(key), purpose))
    .update(value, 'utf8')
    .digest()
