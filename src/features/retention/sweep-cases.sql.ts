import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import type { KeptUntil } from './report.ts'
import type { JournalRule } from './retention.ts'

export type DueRow = {
  case_id: Id<'case'>
  person_id: Id<'person'>
  is_held: boolean
  journals_waiting: number
  journals_left: number
  /** When the law lets the last of those go. */
  law_ends_on: Temporal.PlainDate | null
}

type DueQuestion = {
  readonly now: Temporal.Instant
  readonly months: number
  readonly journal: JournalRule
  readonly after: string
  readonly limit: number
}

/**
 * Cases whose time is up: so many months after their end, or fewer where the insurer or a clinic that saw the case has said so.
 * In the order of their ids from `after`, so that a long run goes on where it was.
 */
export const dueCases = (reader: Reader, { now, months, journal, after, limit }: DueQuestion) =>
  reader.rows<DueRow>(sql`
    select e.case_id, e.person_id,
      exists (select from legal_holds h where h.case_id = e.case_id and h.lifted_at is null)
        or exists (select from session_requests r where r.case_id = e.case_id
          and not exists (select from session_answers s where s.request_id = r.id)
          and not exists (select from agreement_effects x where x.organisation_id in (r.insurer_id, r.clinic_id))
          and not exists (select from course_closures k where k.case_id = e.case_id)) as is_held,
      notes.waiting as journals_waiting, notes.of_clinics_that_left as journals_left, notes.law_ends_on
    from ended_cases(${now}) e join cases c on c.id = e.case_id join treatment_types t on t.code = c.treatment_type
    cross join lateral (
      select count(*) filter (where not j.has_left) as waiting,
        count(*) filter (where j.has_left and j.law_ends_at > ${now}) as of_clinics_that_left,
        max((j.law_ends_at at time zone 'Europe/Copenhagen')::date) filter (where j.has_left and j.law_ends_at > ${now}) as law_ends_on
      from (select n.clinic_id, max(n.written_at) + (case when t.profession = any (${journal.professions}::text[])
            then ${journal.longer} else ${journal.least} end)::interval as law_ends_at, exists (select from agreement_steps s
            where s.organisation_id = n.clinic_id and s.step = 'contacts-erased') as has_left
        from course_notes n where n.case_id = e.case_id and not exists (select from journal_handovers h
          where h.case_id = n.case_id and h.clinic_id = n.clinic_id and h.received_at is not null)
        group by n.clinic_id) j) notes
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

type RunFigures = {
  id: string
  due: number
  erased: number
  kept: Readonly<Record<string, number>>
  keptUntil: readonly KeptUntil[]
}

export const noteProgress = (tx: Tx, { id, due, erased, kept, keptUntil }: RunFigures) =>
  tx.run(sql`
    update retention_runs set due = ${due}, erased = ${erased}, kept = ${JSON.stringify(kept)}::jsonb,
      kept_until = ${JSON.stringify(keptUntil)}::jsonb where id = ${id}`)

export const endRun = (tx: Tx, id: string, now: Temporal.Instant) =>
  tx.run(sql`update retention_runs set ended_at = ${now} where id = ${id}`)
