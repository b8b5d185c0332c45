import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type DueRow = {
  case_id: Id<'case'>
  person_id: Id<'person'>
  is_held: boolean
  journals_waiting: number
}

type DueQuestion = {
  readonly now: Temporal.Instant
  readonly months: number
  readonly after: string
  readonly limit: number
  /** How long an unanswered request for further sessions holds its case; an ISO 8601 duration. */
  readonly unanswered: string
}

/**
 * Cases whose time is up: so many months after their end, or fewer where the insurer or a clinic that saw the case has said so.
 * In the order of their ids from `after`, so that a long run goes on where it was.
 */
export const dueCases = (reader: Reader, { now, months, after, limit, unanswered }: DueQuestion) =>
  reader.rows<DueRow>(sql`
    select e.case_id, e.person_id,
      exists (select from legal_holds h where h.case_id = e.case_id and h.lifted_at is null)
        or exists (select from session_requests r where r.case_id = e.case_id and r.requested_at + ${unanswered}::interval > ${now}::timestamptz
          and not exists (select from session_answers s where s.request_id = r.id)
          and not exists (select from course_closures k where k.case_id = e.case_id)) as is_held,
      (select count(distinct n.clinic_id) from course_notes n where n.case_id = e.case_id
        and not exists (select from journal_handovers j where j.case_id = n.case_id and j.clinic_id = n.clinic_id and j.received_at is not null)) as journals_waiting
    from ended_cases(${now}) e
    where e.case_id > ${after}::uuid and e.ended_at + make_interval(months => least(${months}::integer, (
      select min(newest.months) from (
        select distinct on (i.organisation_id) i.months from retention_instructions i
        where i.organisation_id = e.insurer_id
          or i.organisation_id in (select d.recipient_id from disclosures d where d.case_id = e.case_id and d.direction = 'to-clinic')
        order by i.organisation_id, i.given_at desc) newest))) <= ${now}
    order by e.case_id limit ${limit}`)

/** Offers each clinic with notes on a case its journal, once. Tells which were new. */
export const offerJournals = (tx: Tx, caseId: Id<'case'>) =>
  tx.rows<{ clinic_id: Id<'organisation'> }>(sql`
    insert into journal_handovers (case_id, clinic_id) select distinct n.case_id, n.clinic_id from course_notes n where n.case_id = ${caseId}
    on conflict do nothing returning clinic_id`)

export const eraseCase = (tx: Tx, caseId: Id<'case'>, runId: string) =>
  tx.row<{ erased: boolean }>(sql`select erase_case(${caseId}, 'retention', ${runId}) as erased`)

export const startRun = (tx: Tx, id: string, now: Temporal.Instant) =>
  tx.run(sql`insert into retention_runs (id, started_at) values (${id}, ${now})`)

type RunFigures = { id: string; due: number; erased: number; kept: Readonly<Record<string, number>> }

export const noteProgress = (tx: Tx, { id, due, erased, kept }: RunFigures) =>
  tx.run(
    sql`update retention_runs set due = ${due}, erased = ${erased}, kept = ${JSON.stringify(kept)}::jsonb where id = ${id}`,
  )

export const endRun = (tx: Tx, id: string, now: Temporal.Instant) =>
  tx.run(sql`update retention_runs set ended_at = ${now} where id = ${id}`)

export type RunRow = {
  id: string
  started_at: Temporal.Instant
  ended_at: Temporal.Instant | null
  due: number
  erased: number
  kept: Record<string, number>
}

export const latestRuns = (reader: Reader, limit: number) =>
  reader.rows<RunRow>(sql`
    select id, started_at, ended_at, due, erased, kept from retention_runs order by started_at desc limit ${limit}`)
