import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

type NewSession = {
  tokenHash: Buffer
  kind: 'patient' | 'staff' | 'half-staff'
  userId: Id<'user'> | null
  personId: Id<'person'> | null
  csrfSecret: string
  eidSealed: Buffer | null
  endsAt: Temporal.Instant
  idleMinutes: number
}

export const insertSession = (tx: Tx, s: NewSession) =>
  tx.run(sql`
    insert into web_sessions (token_hash, kind, user_id, person_id, csrf_secret, eid_sealed, ends_at, idle_minutes)
    values (${s.tokenHash}, ${s.kind}, ${s.userId}, ${s.personId}, ${s.csrfSecret}, ${s.eidSealed}, ${s.endsAt}, ${s.idleMinutes})`)

export const deleteSession = (tx: Tx, tokenHash: Buffer) =>
  tx.run(sql`delete from web_sessions where token_hash = ${tokenHash}`)

export const deleteSessionsOfUser = (tx: Tx, userId: Id<'user'>, except: Buffer | null) =>
  tx.run(sql`delete from web_sessions where user_id = ${userId} and token_hash is distinct from ${except}::bytea`)

export const deleteSessionsOfPerson = (tx: Tx, personId: Id<'person'>) =>
  tx.run(sql`delete from web_sessions where person_id = ${personId}`)

export const sealedEidOf = (reader: Reader, tokenHash: Buffer) =>
  reader.maybeRow<{ eid_sealed: Buffer }>(
    sql`select eid_sealed from web_sessions where token_hash = ${tokenHash} and eid_sealed is not null`,
  )

export const keepChallenge = (tx: Tx, tokenHash: Buffer, challenge: string, until: Temporal.Instant) =>
  tx.run(sql`
    update web_sessions set passkey_challenge = ${challenge}, passkey_challenge_until = ${until} where token_hash = ${tokenHash}`)

/** The question that the session's passkey was asked, if it is still fresh. It is gone afterwards, whatever the answer. */
export const takeChallenge = (tx: Tx, tokenHash: Buffer, now: Temporal.Instant) =>
  tx.maybeRow<{ challenge: string | null }>(sql`
    update web_sessions new set passkey_challenge = null, passkey_challenge_until = null
    from (select token_hash, passkey_challenge, passkey_challenge_until from web_sessions where token_hash = ${tokenHash} for update) old
    where new.token_hash = old.token_hash
    returning case when old.passkey_challenge_until > ${now}::timestamptz then old.passkey_challenge end as challenge`)

export const insertAttempt = (tx: Tx, stateHash: Buffer, sealed: Buffer, expiresAt: Temporal.Instant) =>
  tx.run(sql`
    insert into eid_attempts (state_hash, attempt_sealed, expires_at) values (${stateHash}, ${sealed}, ${expiresAt})`)

export const takeAttempt = (tx: Tx, stateHash: Buffer) =>
  tx.maybeRow<{ attempt_sealed: Buffer }>(
    sql`delete from eid_attempts where state_hash = ${stateHash} returning attempt_sealed`,
  )

/** What has ended by its clock: sessions, log-ins that never came back, old reset links, and tokens of machines. */
export const sweepEnded = (tx: Tx, now: Temporal.Instant) =>
  tx.row<{ sessions: number; attempts: number; resets: number }>(sql`
    with sessions as (delete from web_sessions
      where ends_at < ${now}::timestamptz or seen_at + make_interval(mins => idle_minutes) < ${now}::timestamptz returning 1),
    attempts as (delete from eid_attempts where expires_at < ${now}::timestamptz returning 1),
    resets as (delete from password_resets where expires_at < ${now}::timestamptz returning 1)
    select (select count(*)::integer from sessions) as sessions, (select count(*)::integer from attempts) as attempts,
      (select count(*)::integer from resets) as resets`)
