import { createSecretKey, type KeyObject } from 'node:crypto'
import { deriveKey } from './aead.ts'

/** The key-encryption key of this epoch is gone: what it protected is erased for good, backups included. */
export class KeyDestroyed extends Error {
  override readonly name = 'KeyDestroyed'
  readonly epoch: number
  constructor(epoch: number) {
    super(`No key-encryption key for epoch ${epoch}`)
    this.epoch = epoch
  }
}

/** The keys that stand outside the database. Only this folder reads its members. */
export type Keyring = {
  readonly currentEpoch: number
  /** A key for one purpose under an epoch's key-encryption key. Throws `KeyDestroyed`. */
  readonly keyFor: (epoch: number, purpose: string) => KeyObject
  /** A key for one kind of look-up. Not in epochs: an index must find old rows. */
  readonly indexKey: (scope: string) => KeyObject
}

export type KeyringSecrets = {
  readonly keyEncryption: readonly { readonly epoch: number; readonly key: Buffer }[]
  readonly index: Buffer
}

/** Opens the configured secrets (32 bytes each). The highest epoch seals; the lower ones only open. */
export function openKeyring(secrets: KeyringSecrets): Keyring {
  const epochs = new Map(secrets.keyEncryption.map(({ epoch, key }) => [checkedEpoch(epoch), secretKey(key)]))
  if (epochs.size === 0) throw new RangeError('The keyring has no key-encryption key')
  if (epochs.size !== secrets.keyEncryption.length) throw new RangeError('Two key-encryption keys share an epoch')
  const index = secretKey(secrets.index)

  const keyFor = remembered((epoch: number, purpose: string) => {
    const key = epochs.get(epoch)
    if (!key) throw new KeyDestroyed(epoch)
    return deriveKey(key, purpose)
  })
  const forIndex = remembered((_: number, scope: string) => deriveKey(index, `index/${scope}`))
  return { currentEpoch: Math.max(...epochs.keys()), keyFor, indexKey: (scope) => forIndex(0, scope) }
}

function checkedEpoch(epoch: number): number {
  if (!Number.isInteger(epoch) || epoch < 0 || epoch > 0xffffffff) throw new RangeError('An epoch is a 32-bit integer')
  return epoch
}

function secretKey(bytes: Buffer): KeyObject {
  if (bytes.length !== 32) throw new RangeError('A secret of the keyring is not 32 bytes')
  return createSecretKey(bytes)
}

/** Purposes and scopes are a short list of constants in code, so this stays small. */
function remembered(derive: (epoch: number, purpose: string) => KeyObject) {
  const known = new Map<string, KeyObject>()
  return (epoch: number, purpose: string): KeyObject => {
    const name = `${epoch}/${purpose}`
    const key = known.get(name) ?? derive(epoch, purpose)
    known.set(name, key)
    return key
  }
}
