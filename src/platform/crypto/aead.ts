import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'

const version = 1
const nonceBytes = 12
const tagBytes = 16

/** The sealed bytes were changed, cut, or belong to another person, field or purpose. Carries nothing of the content. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken'
  constructor() {
    super('A sealed value could not be opened')
  }
}

/** AES-256-GCM: version byte, 12-byte random nonce, ciphertext, 16-byte tag. `context` is bound to it but not stored. */
export function sealWith(key: KeyObject, context: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  cipher.setAAD(Buffer.from(`v${version}\0${context}`))
  return Buffer.concat([Buffer.of(version), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** The opposite of `sealWith`. Throws `SealBroken`. */
export function openWith(key: KeyObject, context: string, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  if (bytes.length < 1 + nonceBytes + tagBytes || bytes[0] !== version) throw new SealBroken()
  const nonce = bytes.subarray(1, 1 + nonceBytes)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(`v${version}\0${context}`))
  decipher.setAuthTag(bytes.subarray(-tagBytes))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(1 + nonceBytes, -tagBytes)), decipher.final()])
  } catch {
    throw new SealBroken()
  }
}

/** Joins the parts of a context so that no two different lists give the same text. */
export function contextOf(...parts: readonly string[]): string {
  if (parts.some((part) => part.includes('\0'))) throw new RangeError('A seal context part holds a NUL')
  return parts.join('\0')
}

/** A 32-byte key for one purpose, derived by HKDF-SHA256 (RFC 5869) so that no key serves two purposes. */
export function deriveKey(from: KeyObject, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', from, Buffer.alloc(0), `klinikbro/${purpose}`, 32)))
}
