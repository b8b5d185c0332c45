import type { Id } from '#kernel/ids.ts'
import type { Language } from '#kernel/language.ts'
import type { Temporal } from '#kernel/time.ts'
import { hashToken } from '#platform/crypto/tokens.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Actor, OrganisationKind, Role } from '#policy/actor.ts'
import { enterSession } from './session.sql.ts'

/** Someone's visit after log-in. `half-staff` has given a password and not yet the second factor. */
export type Session = {
  readonly kind: 'patient' | 'staff' | 'half-staff'
  readonly tokenHash: Buffer
  readonly userId: Id<'user'> | null
  readonly personId: Id<'person'> | null
  readonly organisation: {
    readonly id: Id<'organisation'>
    readonly kind: OrganisationKind
    readonly name: string
  } | null
  readonly userName: string | null
  readonly language: Language | null
  readonly roles: readonly Role[]
  readonly csrfSecret: string
  readonly startedAt: Temporal.Instant
  /** The version of the terms that was accepted last; 0 for none. */
  readonly acceptedTerms: number
}

/** Finds the session behind a cookie and makes its holder the transaction's actor. */
export async function openSession(tx: Tx, token: string | null): Promise<Session | null> {
  if (!token) return null
  const tokenHash = hashToken(token)
  const row = await enterSession(tx, tokenHash)
  if (!row) return null
  const organisation =
    row.organisation_id && row.organisation_kind && row.organisation_name
      ? { id: row.organisation_id, kind: row.organisation_kind, name: row.organisation_name }
      : null
  return {
    kind: row.kind,
    tokenHash,
    userId: row.user_id,
    personId: row.person_id,
    organisation,
    userName: row.user_name,
    language: row.language,
    roles: row.roles,
    csrfSecret: row.csrf_secret,
    startedAt: row.started_at,
    acceptedTerms: row.accepted_terms,
  }
}

export function actorOf(session: Session | null): Actor {
  if (session?.kind === 'patient' && session.personId) return { kind: 'patient', personId: session.personId }
  if (session?.kind === 'staff' && session.userId && session.organisation) {
    return {
      kind: 'staff',
      userId: session.userId,
      organisationId: session.organisation.id,
      organisationKind: session.organisation.kind,
      roles: session.roles,
    }
  }
  return { kind: 'anonymous' }
}
