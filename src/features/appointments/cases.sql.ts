import { liveMark, marksOfCase } from '#features/consent/index.ts'
import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import type { Approval, BookableCase, Treatment } from './appointments.ts'

export type TreatmentRow = {
  treatment_type: string
  name_da: string
  name_en: string
  preparation_da: string
  preparation_en: string
  duration_minutes: number
  buffer_minutes: number
  room_kind: string
  cancellation_hours: number
}

/** For `select`, with `t` as the treatment type. */
export const treatmentColumns = sql`t.code as treatment_type, t.name_da, t.name_en, t.preparation_da, t.preparation_en,
  t.duration_minutes, t.buffer_minutes, t.room_kind, t.cancellation_hours`

export const treatmentOf = (row: TreatmentRow): Treatment => ({
  code: row.treatment_type,
  name: { da: row.name_da, en: row.name_en },
  preparation: { da: row.preparation_da, en: row.preparation_en },
  durationMinutes: row.duration_minutes,
  bufferMinutes: row.buffer_minutes,
  roomKind: row.room_kind,
  cancellationHours: row.cancellation_hours,
})

type CaseRow = TreatmentRow & {
  id: Id<'case'>
  person_id: Id<'person'>
  insurer_id: Id<'organisation'>
  is_closed: boolean
}

/** A case with what decides whether and where it can be booked; null when the actor may not know of it. */
export async function bookableCase(
  reader: Reader,
  caseId: Id<'case'>,
  now: Temporal.Instant,
): Promise<BookableCase | null> {
  const row = await reader.maybeRow<CaseRow>(sql`
    select c.id, c.person_id, c.insurer_id, ${treatmentColumns},
      exists (select from course_closures k where k.case_id = c.id
        and not exists (select from approvals a where a.case_id = c.id and a.granted_at > k.closed_at))
        or exists (select from agreement_effects e where e.organisation_id = c.insurer_id) as is_closed
    from cases c join treatment_types t on t.code = c.treatment_type where c.id = ${caseId}`)
  if (!row) return null
  return {
    caseId,
    personId: row.person_id,
    insurerId: row.insurer_id,
    treatment: treatmentOf(row),
    isClosed: row.is_closed,
    consentMarkId: liveMark(await marksOfCase(reader, caseId))?.id ?? null,
    approvals: await approvalsOfCase(reader, caseId, now),
  }
}

type ApprovalRow = {
  id: Id<'approval'>
  valid_from: Temporal.PlainDate
  valid_until: Temporal.PlainDate
  any_clinic: boolean
  clinic_ids: Id<'organisation'>[]
  sessions: number
  used: number
  booked: number
}

/** The approvals of a case, oldest first and none beyond an insurer's last day, with what is used (behind us, or cancelled late) and booked (ahead of us). */
export async function approvalsOfCase(reader: Reader, caseId: Id<'case'>, now: Temporal.Instant): Promise<Approval[]> {
  const rows = await reader.rows<ApprovalRow>(sql`
    select a.id, a.valid_from, least(a.valid_until, bookable_until(a.insurer_id)) as valid_until, a.any_clinic, a.sessions,
      array(select ac.clinic_id from approval_clinics ac where ac.approval_id = a.id) as clinic_ids,
      uses.total - uses.booked as used, uses.booked
    from approvals a cross join lateral (
      select count(*)::integer as total,
        (count(*) filter (where p.starts_at > ${now}::timestamptz
          and not exists (select from appointment_cancellations x where x.appointment_id = p.id)))::integer as booked
      from session_uses u left join appointments p on p.id = u.appointment_id where u.approval_id = a.id) uses
    where a.case_id = ${caseId} order by a.granted_at, a.id`)
  return rows.map((row) => ({
    id: row.id,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    clinicIds: row.any_clinic ? null : row.clinic_ids,
    sessions: row.sessions,
    used: row.used,
    booked: row.booked,
  }))
}

/** Everybody who takes or gives back a session of a case does so one after the other. The first lock of every booking. */
export const queueForSessions = (reader: Reader, caseId: Id<'case'>) =>
  reader.rows(sql`select id from approvals where case_id = ${caseId} order by id for update`)

/** The clinic of a practitioner who gives this treatment; null when nobody of that id does. */
export const clinicOfPractitioner = (reader: Reader, practitionerId: Id<'practitioner'>, treatmentType: string) =>
  reader.maybeRow<{ clinic_id: Id<'organisation'> }>(sql`
    select p.organisation_id as clinic_id from practitioners p
    join practitioner_services s on s.practitioner_id = p.id and s.treatment_type = ${treatmentType}
    where p.id = ${practitionerId}`)
