import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { inspect } from 'node:util'
import { contextOf, openWith, sealWith } from './aead.ts'
import type { Keyring } from './keyring.ts'

/** The key that everything about one person is sealed under. Destroying its wrapped form erases the person. */
export type PersonKey = { readonly personId: string; readonly secret: KeyObject }

/** As it lies in the database: useless without the keyring's epoch. */
export type WrappedKey = { readonly personId: string; readonly wrapped: Buffer; readonly epoch: number }

const purpose = 'person-key'

export function newPersonKey(keyring: Keyring, personId: string): { key: PersonKey; wrapped: Buffer; epoch: number } {
  const raw = randomBytes(32)
  const wrapped = wrap(keyring, personId, raw)
  const key = personKey(personId, raw)
  raw.fill(0)
  return { key, ...wrapped }
}

/** Throws `KeyDestroyed` when the epoch is gone, `SealBroken` when the row was changed or belongs to another person. */
export function unwrapPersonKey(keyring: Keyring, from: WrappedKey): PersonKey {
  const raw = unwrap(keyring, from)
  const key = personKey(from.personId, raw)
  raw.fill(0)
  return key
}

/** The same key under the current epoch, for a rotation: what was sealed with it stays readable. */
export function rewrap(keyring: Keyring, from: WrappedKey): { wrapped: Buffer; epoch: number } {
  const raw = unwrap(keyring, from)
  const again = wrap(keyring, from.personId, raw)
  raw.fill(0)
  return again
}

function wrap(keyring: Keyring, personId: string, raw: Buffer): { wrapped: Buffer; epoch: number } {
  const epoch = keyring.currentEpoch
  return { wrapped: sealWith(keyring.keyFor(epoch, purpose), contextOf(personId, String(epoch)), raw), epoch }
}

const unwrap = (keyring: Keyring, { personId, wrapped, epoch }: WrappedKey): Buffer =>
  openWith(keyring.keyFor(epoch, purpose), contextOf(personId, String(epoch)), wrapped)

/** Printing or serialising a key shows neither the key nor whose it is. */
function personKey(personId: string, raw: Buffer): PersonKey {
  const key = { personId, secret: createSecretKey(raw) }
  const redacted = () => '[person key]'
  Object.defineProperty(key, 'toJSON', { value: redacted })
  Object.defineProperty(key, inspect.custom, { value: redacted })
  return Object.freeze(key)
}
