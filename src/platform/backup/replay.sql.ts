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

/** Which of these erasures the database knows nothing of. */
export const unknownEntries = async (reader: Reader, entries: readonly string[]) =>
  (
    await reader.rows<{ entry: string }>(sql`
      select known.entry from unnest(${entries}::uuid[]) as known (entry)
      where not exists (select from erasures e where e.entry = known.entry)`)
  ).map(({ entry }) => entry)

export type ErasureRow = {
  entry: string
  case_id: string | null
  person_id: string | null
  organisation_id: string | null
  access_until: Temporal.PlainDate | null
  because: string
  erased_at: Temporal.Instant
}

/** In the order in which they took their numbers; from `since` on, or all. */
export const erasuresSince = (reader: Reader, since: Temporal.Instant | null) =>
  reader.rows<ErasureRow>(sql`
    select entry, case_id, person_id, organisation_id, access_until, because, erased_at from erasures
    where ${since}::timestamptz is null or erased_at >= ${since}::timestamptz order by id`)
