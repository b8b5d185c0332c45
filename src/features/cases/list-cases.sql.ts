import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { nothing, type Sql, sql } from '#platform/db/sql.ts'
import type { CaseState } from './case-state.ts'

export type Standing = {
  state: CaseState
  approved: number
  used: number
  booked: number
  remaining: number
  valid_until: Temporal.PlainDate
  next_at: Temporal.Instant | null
}

export type CaseRow = Standing & {
  id: Id<'case'>
  person_id: Id<'person'>
  case_number: string
  name_sealed: Buffer
  treatment_da: string
  treatment_en: string
}

export type CaseFilter = {
  readonly insurerId: Id<'organisation'>
  readonly search: {
    readonly caseNumber: string
    readonly cprIndex: Buffer | null
    readonly nameIndexes: readonly Buffer[]
  } | null
  readonly state: CaseState | null
  readonly treatment: string | null
  /** The last case of the page before. */
  readonly after: Id<'case'> | null
  readonly at: Temporal.Instant
  readonly limit: number
}

/** An insurer's cases, the newest first. */
export const casesOf = (reader: Reader, f: CaseFilter) =>
  reader.rows<CaseRow>(sql`
    select c.id, c.person_id, c.case_number, p.name_sealed, t.name_da as treatment_da, t.name_en as treatment_en,
      s.state, s.approved, s.used, s.booked, s.remaining, s.valid_until, s.next_at
    from (${candidates(f)}) c
    join patients p on p.organisation_id = c.insurer_id and p.id = c.patient_id
    join treatment_types t on t.code = c.treatment_type
    join lateral (select * from case_standing(${f.at}::timestamptz) one where one.case_id = c.id) s on true
    ${f.state ? sql`where s.state = ${f.state}` : nothing}
    order by c.created_at desc, c.id desc limit ${f.limit}`)

/** In order, by what an index can tell. `offset 0` keeps the planner from deriving how all stand first. */
const candidates = (f: CaseFilter) => sql`
  select c.* from cases c where c.insurer_id = ${f.insurerId}
  ${f.treatment ? sql`and c.treatment_type = ${f.treatment}` : nothing}
  ${f.search ? found(f) : nothing}
  ${f.state ? sql`and ${withoutWhichNot(f)[f.state]}` : nothing}
  ${f.after ? sql`and (c.created_at, c.id) < (select created_at, id from cases where id = ${f.after})` : nothing}
  order by c.created_at desc, c.id desc offset 0`

/** A number is looked for among case numbers and CPR numbers, words among names; each way has its own index, and only what is found is derived. */
const found = ({ insurerId, search }: CaseFilter) => sql`
  and c.id = any (array(
    select id from cases where insurer_id = ${insurerId} and case_number = ${search?.caseNumber}
    union all
    select k.id from patients q join cases k on k.insurer_id = q.organisation_id and k.patient_id = q.id
    where q.organisation_id = ${insurerId} and ${
      search?.cprIndex
        ? sql`q.cpr_index = ${search.cprIndex}`
        : sql`cardinality(${search?.nameIndexes ?? []}::bytea[]) > 0 and q.name_index @> ${search?.nameIndexes ?? []}::bytea[]`
    }))`

/**
 * What a case in this state must have, asked of an index for each: deriving how ten thousand cases stand to find the few that are frozen takes
 * seconds. It only narrows; `case_standing` decides.
 */
const withoutWhichNot = ({ at }: CaseFilter): Readonly<Record<CaseState, Sql>> => {
  const isClosed = sql`coalesce((select max(k.closed_at) from course_closures k where k.case_id = c.id)
    >= (select max(a.granted_at) from approvals a where a.case_id = c.id), false)`
  const hadVisits = sql`not ${isClosed} and exists (select from appointments a where a.case_id = c.id)`
  return {
    'awaiting-consent': sql`not exists (select from consent_marks m where m.case_id = c.id)`,
    frozen: sql`exists (select from consent_withdrawals w where w.case_id = c.id)`,
    open: sql`not ${isClosed}`,
    booked: hadVisits,
    'in-course': hadVisits,
    'used-up': hadVisits,
    expired: sql`not ${isClosed} and exists (select from approvals a where a.case_id = c.id
      and a.valid_until < (${at}::timestamptz at time zone 'Europe/Copenhagen')::date)`,
    closed: sql`(${isClosed} or exists (select from agreement_effects e where e.organisation_id = c.insurer_id))`,
  }
}

export const treatmentTypes = (reader: Reader) =>
  reader.rows<{ code: string; name_da: string; name_en: string }>(
    sql`select code, name_da, name_en from treatment_types order by name_da`,
  )
