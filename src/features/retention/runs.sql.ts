import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import type { Done, KeptUntil, RunKind } from './report.ts'

export type RunRow = {
  id: string
  kind: RunKind
  organisation_name: string | null
  started_at: Temporal.Instant
  ended_at: Temporal.Instant | null
  due: number
  erased: number
  /** Of a nightly run: how many cases were kept, by reason. */
  kept: Record<string, number>
  done: Done
  kept_until: KeptUntil[]
}

export const latestRuns = (reader: Reader, limit: number) =>
  reader.rows<RunRow>(sql`
    select r.id, r.kind, o.name as organisation_name, r.started_at, r.ended_at, r.due, r.erased, r.kept, r.done, r.kept_until
    from retention_runs r left join organisations o on o.id = r.organisation_id order by r.started_at desc limit ${limit}`)

type Report = {
  kind: Exclude<RunKind, 'cases'>
  organisationId: Id<'organisation'> | null
  startedAt: Temporal.Instant
  endedAt: Temporal.Instant
  done: Done
  keptUntil: readonly KeptUntil[]
}

/** Writes the report of a run that was not the nightly one, when it is over. */
export const saveReport = (tx: Tx, id: string, r: Report) =>
  tx.run(sql`
    insert into retention_runs (id, kind, organisation_id, started_at, ended_at, due, erased, done, kept_until)
    values (${id}, ${r.kind}, ${r.organisationId}, ${r.startedAt}, ${r.endedAt}, ${r.done.erased ?? 0}, ${r.done.erased ?? 0},
      ${JSON.stringify(r.done)}::jsonb, ${JSON.stringify(r.keptUntil)}::jsonb)`)
