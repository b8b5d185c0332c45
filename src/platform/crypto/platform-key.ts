import { contextOf, openWith, SealBroken, sealWith } from './aead.ts'
import type { Keyring } from './keyring.ts'

const epochBytes = 4

/** Seals a secret that belongs to no person (a TOTP secret, a client key). `purpose` names the row: `totp/<account id>`. */
export function sealForPlatform(keyring: Keyring, purpose: string, plain: Uint8Array): Buffer {
  const epoch = keyring.currentEpoch
  const sealed = sealWith(keyring.keyFor(epoch, 'platform'), contextOf(purpose, String(epoch)), plain)
  const head = Buffer.alloc(epochBytes)
  head.writeUInt32BE(epoch)
  return Buffer.concat([head, sealed])
}

/** Throws `SealBroken`, or `KeyDestroyed` when the epoch it was sealed under is gone. */
export function openForPlatform(keyring: Keyring, purpose: string, sealed: Uint8Array): Buffer {
  if (sealed.byteLength < epochBytes) throw new SealBroken()
  const epoch = platformEpoch(sealed)
  return openWith(keyring.keyFor(epoch, 'platform'), contextOf(purpose, String(epoch)), sealed.subarray(epochBytes))
}

/** The epoch a platform secret lies under, so that a rotation finds what is left to seal again. */
export const platformEpoch = (sealed: Uint8Array): number =>
  new DataView(sealed.buffer, sealed.byteOffset, epochBytes).getUint32(0)
