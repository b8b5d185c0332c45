import type { Id } from '#kernel/ids.ts'
import { Temporal } from '#kernel/time.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import { openForPlatform, sealForPlatform } from '#platform/crypto/platform-key.ts'
import { newToken } from '#platform/crypto/tokens.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import type { Visit } from '#platform/http/action.ts'
import type { CookieChange } from '#platform/http/answer.ts'
import { deleteSession, insertSession, sealedEidOf } from './sessions.sql.ts'

/** What is kept, sealed, of an eID log-in: for logging out at the broker, and the name to greet with (null when protected). */
type EidTrace = { readonly idToken: string; readonly name: string | null }

export type SessionHolder =
  | { readonly kind: 'half-staff'; readonly userId: Id<'user'> }
  | { readonly kind: 'staff'; readonly userId: Id<'user'> }
  | {
      readonly kind: 'patient'
      readonly personId: Id<'person'>
      readonly eid: EidTrace
      /** When the broker's own session ends; ours never outlives it. */
      readonly endsBy: Temporal.Instant | null
    }

const limits = {
  patient: { idleMinutes: 30, most: { hours: 12 } },
  staff: { idleMinutes: 60, most: { hours: 10 } },
  'half-staff': { idleMinutes: 10, most: { minutes: 10 } },
} as const

/** Begins a session under a new token and ends the one the browser came with, so that a planted token is worth nothing. */
export async function startSession(
  tx: Tx,
  { session: old, now, services }: Pick<Visit, 'session' | 'now' | 'services'>,
  holder: SessionHolder,
): Promise<CookieChange> {
  if (old) await deleteSession(tx, old.tokenHash)
  const { token, hash: tokenHash } = newToken()
  const { idleMinutes, most } = limits[holder.kind]
  const latest = now.add(most)
  await insertSession(tx, {
    tokenHash,
    kind: holder.kind,
    userId: holder.kind === 'patient' ? null : holder.userId,
    personId: holder.kind === 'patient' ? holder.personId : null,
    csrfSecret: newToken().token,
    eidSealed: holder.kind === 'patient' ? sealTrace(services.keyring, tokenHash, holder.eid) : null,
    endsAt: holder.kind === 'patient' && holder.endsBy ? earlier(latest, holder.endsBy) : latest,
    idleMinutes,
  })
  return { kind: 'session-starts', token }
}

const earlier = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other) < 0 ? one : other

const purposeOf = (tokenHash: Buffer) => `web-session/${tokenHash.toString('hex')}`

const sealTrace = (keyring: Keyring, tokenHash: Buffer, trace: EidTrace) =>
  sealForPlatform(keyring, purposeOf(tokenHash), Buffer.from(JSON.stringify(trace)))

export async function eidTraceOf(reader: Reader, keyring: Keyring, tokenHash: Buffer): Promise<EidTrace | null> {
  const row = await sealedEidOf(reader, tokenHash)
  return row
    ? (JSON.parse(openForPlatform(keyring, purposeOf(tokenHash), row.eid_sealed).toString()) as EidTrace)
    : null
}
