import { randomBytes } from 'node:crypto'

/** A UUID that knows what it identifies: `Id<'case'>` is never passed where `Id<'organisation'>` is meant. */
export type Id<Of extends string> = string & { readonly __id: Of }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Reads an id from outside (a URL, a form). Null when it is not a lower-case UUID. */
export const readId = <Of extends string>(text: string): Id<Of> | null => (uuid.test(text) ? (text as Id<Of>) : null)

/** A new UUID version 7 (RFC 9562): its first 48 bits are the time in milliseconds, so indexes grow at one end. */
export function newId<Of extends string>(nowMs: number = Date.now()): Id<Of> {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(nowMs, 0, 6)
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id<Of>
}
