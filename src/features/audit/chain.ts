/**
 * The audit trail as sixteen hash chains. Each link holds the hash of the link before it and a salted commitment to its
 * event. Salt and event may lawfully be removed together (a person's erasure): the commitment stays, and so the chain
 * still proves that an event stood there, and in which order. The database writes the links (`append_audit_event`); what
 * is here only checks them, and needs no database to do so.
 */
import { createHash } from 'node:crypto'

export const chainCount = 16

export type Link = {
  readonly chain: number
  /** From 1, without gaps. */
  readonly position: number
  /** ISO instant. */
  readonly at: string
  readonly action: string
  readonly personId: string | null
  readonly caseId: string | null
  /** Left out by exports from before it stood beside the event. */
  readonly doerId?: string | null
  /** JSON text, or null once the payload is removed. */
  readonly event: string | null
  /** The salt, and the three hashes after it, in hexadecimal. */
  readonly salt: string | null
  readonly commitment: string
  readonly previous: string
  readonly hash: string
}

/** Where a chain ends, as the database, an earlier export or a signed statement says. */
export type { Head } from '#platform/audit-heads/statement.ts'

const sha256 = (...parts: readonly (Buffer | string)[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

/** What the first link of a chain follows. */
export const startOf = (chain: number): string => sha256(`klinikbro audit chain ${chain}`)

export const commitmentTo = (salt: string, event: string): string => sha256(Buffer.from(salt, 'hex'), event)

export function hashOf({ previous, position, commitment }: Pick<Link, 'previous' | 'position' | 'commitment'>): string {
  const place = Buffer.alloc(8)
  place.writeBigInt64BE(BigInt(position))
  return sha256(Buffer.from(previous, 'hex'), place, Buffer.from(commitment, 'hex'))
}
