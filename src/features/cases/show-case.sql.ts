import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import type { CaseField } from './case-fields.ts'
import type { Standing } from './list-cases.sql.ts'

export type CaseDetailRow = Standing & {
  id: Id<'case'>
  insurer_id: Id<'organisation'>
  person_id: Id<'person'>
  patient_id: Id<'patient'>
  case_number: string
  treatment_type: string
  treatment_da: string
  treatment_en: string
  consent_withdrawn: boolean
}

/** One of the insurer's own cases, with how it stands; none when the patient has been erased. */
export const caseOf = (
  reader: Reader,
  id: Id<'case'>,
  { insurerId, at }: { insurerId: Id<'organisation'>; at: Temporal.Instant },
) =>
  reader.maybeRow<CaseDetailRow>(sql`
    select c.id, c.insurer_id, c.person_id, c.patient_id, c.case_number, c.treatment_type, t.name_da as treatment_da, t.name_en as treatment_en, consent_is_withdrawn(c.id) as consent_withdrawn,
      s.state, s.approved, s.used, s.booked, s.remaining, s.valid_until, s.next_at
    from cases c join treatment_types t on t.code = c.treatment_type
    join lateral (select * from case_standing(${at}::timestamptz) one where one.case_id = c.id) s on true
    where c.id = ${id} and c.insurer_id = ${insurerId}
      and exists (select from person_keys k where k.person_id = c.person_id and k.wrapped is not null)`)

/** The newest version of each field, in the order that the treatment type asks for them. */
export const detailsOf = (reader: Reader, caseId: Id<'case'>) =>
  reader.rows<{ field: CaseField; value_sealed: Buffer }>(sql`
    select field, value_sealed from (
      select distinct on (d.field) d.field, d.value_sealed, f.position from case_details d
      join treatment_type_fields f on f.treatment_type = d.treatment_type and f.field = d.field
      where d.case_id = ${caseId} order by d.field, d.version desc) newest
    order by position`)

export type ApprovalRow = {
  id: Id<'approval'>
  sessions: number
  valid_from: Temporal.PlainDate
  valid_until: Temporal.PlainDate
  any_clinic: boolean
  clinics: { id: Id<'organisation'>; name: string }[]
}

export const approvalsOf = (reader: Reader, caseId: Id<'case'>) =>
  reader.rows<ApprovalRow>(sql`
    select a.id, a.sessions, a.valid_from, a.valid_until, a.any_clinic, coalesce((
      select json_agg(json_build_object('id', o.id, 'name', o.name) order by o.name)
      from approval_clinics k join organisations o on o.id = k.clinic_id where k.approval_id = a.id), '[]') as clinics
    from approvals a where a.case_id = ${caseId} order by a.granted_at, a.id`)
