import type { CaseField, CaseState } from '#features/cases/index.ts'
import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { type Sql, sql } from '#platform/db/sql.ts'

export type MyCaseRow = {
  id: Id<'case'>
  person_id: Id<'person'>
  insurer_id: Id<'organisation'>
  insurer_name: string
  insurer_phone: string
  insurer_email: string
  case_number: string
  treatment_type: string
  name_da: string
  name_en: string
  preparation_da: string
  preparation_en: string
  state: CaseState
  /** Stored only, because the person has asked for that or objected. */
  is_restricted: boolean
  /** When the insurer left the service, if it has. */
  insurer_left_at: Temporal.Instant | null
  approved: number
  used: number
  booked: number
  remaining: number
  valid_until: Temporal.PlainDate
  next_id: Id<'appointment'> | null
  next_at: Temporal.Instant | null
  next_clinic: string | null
}

type Asking = { readonly personId: Id<'person'>; readonly now: Temporal.Instant }

/** All cases of a person, whichever insurer opened them: those with a time ahead first, then those to book for, then the newest. */
export const myCases = (reader: Reader, { personId, now }: Asking) =>
  reader.rows<MyCaseRow>(sql`${casesAt(now)} where c.person_id = ${personId}
    order by s.next_at nulls last, s.state in ('closed', 'expired', 'used-up', 'frozen'), s.state = 'awaiting-consent', c.created_at desc, c.id`)

/** None when it is somebody else's. */
export const myCase = (reader: Reader, caseId: Id<'case'>, { personId, now }: Asking) =>
  reader.maybeRow<MyCaseRow>(sql`${casesAt(now)} where c.id = ${caseId} and c.person_id = ${personId}`)

const casesAt = (now: Temporal.Instant): Sql => sql`
    select c.id, c.person_id, c.insurer_id, o.name as insurer_name, o.phone as insurer_phone, o.email as insurer_email, c.case_number,
      t.code as treatment_type, t.name_da, t.name_en, t.preparation_da, t.preparation_en,
      case_is_restricted(c.id) as is_restricted, gone.took_effect_at as insurer_left_at, s.state, s.approved, s.used, s.booked, s.remaining, s.valid_until, s.next_at, next.id as next_id, next.clinic as next_clinic
    from cases c
    join organisations o on o.id = c.insurer_id
    join treatment_types t on t.code = c.treatment_type
    left join agreement_effects gone on gone.organisation_id = c.insurer_id
    join lateral (select * from case_standing(${now}::timestamptz) one where one.case_id = c.id) s on true
    left join lateral (select a.id, k.name as clinic from appointments a join organisations k on k.id = a.clinic_id
      where a.case_id = c.id and a.starts_at = s.next_at
        and not exists (select from appointment_cancellations x where x.appointment_id = a.id) limit 1) next on true`

/** What the insurer wrote, the newest version of each field, in the order in which it was asked. */
export const writtenAboutMe = (reader: Reader, caseId: Id<'case'>) =>
  reader.rows<{ field: CaseField; value_sealed: Buffer }>(sql`
    select field, value_sealed from (
      select distinct on (d.field) d.field, d.value_sealed, f.position from case_details d
      join treatment_type_fields f on f.treatment_type = d.treatment_type and f.field = d.field
      where d.case_id = ${caseId} order by d.field, d.version desc) newest
    order by position`)

/** Appointments of a case where the clinic noted that the patient did not come. */
export const missedAppointments = (reader: Reader, caseId: Id<'case'>) =>
  reader.rows<{ appointment_id: Id<'appointment'> }>(sql`
    select n.appointment_id from appointment_attendance n join appointments a on a.id = n.appointment_id
    where a.case_id = ${caseId} and n.state = 'no-show'`)

export type RequestRow = {
  clinic_name: string
  sessions: number
  answer: 'granted' | 'refused' | null
  refusal_sealed: Buffer | null
}

/** What clinics asked the insurer for on a case, oldest first. */
export const requestsOfCase = (reader: Reader, caseId: Id<'case'>) =>
  reader.rows<RequestRow>(sql`
    select o.name as clinic_name, r.sessions,
      case when s.approval_id is not null then 'granted' when s.request_id is not null then 'refused' end as answer, s.refusal_sealed
    from session_requests r join organisations o on o.id = r.clinic_id left join session_answers s on s.request_id = r.id
    where r.case_id = ${caseId} order by r.requested_at`)
