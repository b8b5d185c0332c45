import { contextOf, openWith, sealWith } from './aead.ts'
import type { PersonKey } from './person-key.ts'

/** Seals a text for one person and one field (`patients.cpr`): moved to another row or column it does not open. */
export const seal = (key: PersonKey, field: string, plain: string): Buffer =>
  sealBytes(key, field, Buffer.from(plain, 'utf8'))

/** Throws `SealBroken`. */
export const open = (key: PersonKey, field: string, sealed: Uint8Array): string =>
  openBytes(key, field, sealed).toString('utf8')

/** As `seal`, for attachments. */
export const sealBytes = (key: PersonKey, field: string, plain: Uint8Array): Buffer =>
  sealWith(key.secret, contextOf(key.personId, field), plain)

/** Throws `SealBroken`. */
export const openBytes = (key: PersonKey, field: string, sealed: Uint8Array): Buffer =>
  openWith(key.secret, contextOf(key.personId, field), sealed)
