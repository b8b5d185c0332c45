import type { CaseState } from '#features/cases/index.ts'
import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { nothing, sql } from '#platform/db/sql.ts'

export type CaseRow = {
  id: Id<'case'>
  person_id: Id<'person'>
  insurer_id: Id<'organisation'>
  case_number: string
  treatment_type: string
  created_at: Temporal.Instant
  state: CaseState
  approved: number
  used: number
  booked: number
  remaining: number
  valid_until: Temporal.PlainDate
}

const columns = sql`c.id, c.person_id, c.insurer_id, c.case_number, c.treatment_type, c.created_at, s.state, s.approved, s.used, s.booked,
  s.remaining, s.valid_until`

type Asked = { organisationId: Id<'organisation'>; after: Id<'case'> | null; limit: number; at: Temporal.Instant }

/** An insurer's cases, the newest first. */
export const casesAfter = (reader: Reader, { organisationId, after, limit, at }: Asked) =>
  reader.rows<CaseRow>(sql`
    select ${columns} from cases c
    join lateral (select * from case_standing(${at}::timestamptz) one where one.case_id = c.id) s on true
    where c.insurer_id = ${organisationId}
    ${after ? sql`and (c.created_at, c.id) < (select created_at, id from cases where id = ${after})` : nothing}
    order by c.created_at desc, c.id desc limit ${limit}`)

export const caseWithStanding = (reader: Reader, id: string, at: Temporal.Instant) =>
  reader.maybeRow<CaseRow>(sql`
    select ${columns} from cases c
    join lateral (select * from case_standing(${at}::timestamptz) one where one.case_id = c.id) s on true
    where c.id = ${id}`)

type AppointmentRow = {
  id: Id<'appointment'>
  starts_at: Temporal.Instant
  ends_at: Temporal.Instant
  clinic_name: string
  clinic_cvr: string
  state: 'booked' | 'moved' | 'cancelled' | 'completed' | 'no-show'
}

/** When, where, and what came of it: nothing of what was said there. */
export const appointmentsOfCase = (reader: Reader, caseId: Id<'case'>) =>
  reader.rows<AppointmentRow>(sql`
    select a.id, a.starts_at, a.ends_at, o.name as clinic_name, o.cvr as clinic_cvr,
      case when x.reason = 'moved' then 'moved' when x.reason is not null then 'cancelled'
        when exists (select from appointment_attendance n where n.appointment_id = a.id and n.state = 'no-show') then 'no-show'
        when exists (select from appointment_attendance n where n.appointment_id = a.id and n.state = 'completed') then 'completed'
        else 'booked' end as state
    from appointments a join organisations o on o.id = a.clinic_id
    left join appointment_cancellations x on x.appointment_id = a.id
    where a.case_id = ${caseId} order by a.starts_at, a.id`)

/** The clinics that the newest approval of a case names; none when the patient chooses among all. */
export const namedClinics = (reader: Reader, caseId: Id<'case'>) =>
  reader.rows<{ clinic_id: Id<'organisation'> }>(sql`
    select ac.clinic_id from approval_clinics ac
    where ac.approval_id = (select a.id from approvals a where a.case_id = ${caseId} order by a.granted_at desc, a.id desc limit 1)
    order by ac.clinic_id`)
