import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export const noteRestore = (tx: Tx, takenAt: string) =>
  tx.run(sql`insert into restores (backup_taken_at) values (${takenAt}::timestamptz)`)

export const unreplayedRestores = (reader: Reader) =>
  reader.rows<{ backup_taken_at: Temporal.Instant }>(
    sql`select backup_taken_at from restores where replayed_at is null order by restored_at`,
  )

export const noteReplayed = (tx: Tx, erasures: number) =>
  tx.run(sql`update restores set replayed_at = now(), erasures_replayed = ${erasures} where replayed_at is null`)

type Entry = {
  readonly entry: string
  readonly caseId: string | null
  readonly personId: string | null
  readonly organisationId?: string
  readonly because: string
  readonly accessUntil?: string
}

export const replayErasure = async (tx: Tx, { entry, caseId, personId, organisationId, because, accessUntil }: Entry) =>
  (
    await tx.row<{ replayed: boolean }>(
      sql`select replay_erasure(${entry}::uuid, ${caseId}::uuid, ${personId}::uuid, ${organisationId ?? null}::uuid, ${because},
        ${accessUntil ?? null}::date) as replayed`,
    )
  ).replayed

type Withdrawn = { readonly entry: string; readonly caseId: string | null; readonly by: string; readonly at: string }

/** As `replayErasure`, where only the referral went with its consent: the consent is withdrawn again too. */
export const replayReferralErasure = async (tx: Tx, { entry, caseId, by, at }: Withdrawn) =>
  (
    await tx.row<{ replayed: boolean }>(
      sql`select replay_referral_erasure(${entry}::uuid, ${caseId}::uuid, ${by}, ${at}::timestamptz) as replayed`,
    )
  ).replayed

/** Which of these erasures and ends the database knows nothing of. */
export const unknownEntries = async (reader: Reader, entries: readonly string[]) =>
  (
    await reader.rows<{ entry: string }>(sql`
      select known.entry from unnest(${entries}::uuid[]) as known (entry)
      where not exists (select from erasures e where e.entry = known.entry)
        and not exists (select from revocations r where r.entry = known.entry)`)
  ).map(({ entry }) => entry)

export type ErasureRow = {
  entry: string
  case_id: string | null
  person_id: string | null
  organisation_id: string | null
  access_until: Temporal.PlainDate | null
  because: string
  referral_withdrawn_by: string | null
  erased_at: Temporal.Instant
}

/** In the order in which they took their numbers; from `since` on, or all. */
export const erasuresSince = (reader: Reader, since: Temporal.Instant | null) =>
  reader.rows<ErasureRow>(sql`
    select entry, case_id, person_id, organisation_id, access_until, because, referral_withdrawn_by, erased_at from erasures
    where ${since}::timestamptz is null or erased_at >= ${since}::timestamptz order by id`)

/** What ended: somebody's access, a role, a password, a passkey, a system's access, a consent, the use of a restricted case. */
export type Ended = { readonly what: string; readonly subject: string; readonly detail: string | null }

export type EndedRow = Ended & { entry: string; revoked_at: Temporal.Instant }

/** As `erasuresSince`, of what ended without anything being erased. */
export const revocationsSince = (reader: Reader, since: Temporal.Instant | null) =>
  reader.rows<EndedRow>(sql`
    select entry, what, subject, detail, revoked_at from revocations
    where ${since}::timestamptz is null or revoked_at >= ${since}::timestamptz order by id`)

export type Replayed = 'done' | 'known' | 'not-here' | 'by-hand'

export const replayRevocation = async (tx: Tx, entry: string, at: string, { what, subject, detail }: Ended) =>
  (
    await tx.row<{ outcome: Replayed }>(
      sql`select replay_revocation(${entry}::uuid, ${what}, ${subject}::uuid, ${detail}, ${at}::timestamptz) as outcome`,
    )
  ).outcome
