import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import type { CourseOutcome } from './course-outcomes.ts'

/** The newest version of each field that was handed over; the row-level policies hold back every other field. */
export const disclosedDetails = (reader: Reader, caseId: Id<'case'>) =>
  reader.rows<{ field: string; value_sealed: Buffer }>(sql`
    select distinct on (d.field) d.field, d.value_sealed from case_details d
    where d.case_id = ${caseId} order by d.field, d.version desc`)

export type AttachmentRow = {
  id: Id<'attachment'>
  kind: 'pdf' | 'png' | 'jpeg'
  name_sealed: Buffer
  size_bytes: number
  uploaded_at: Temporal.Instant
}

export const attachmentsOfCase = (reader: Reader, caseId: Id<'case'>) =>
  reader.rows<AttachmentRow>(sql`
    select id, kind, name_sealed, size_bytes, uploaded_at from attachments where case_id = ${caseId} order by uploaded_at, id`)

export const attachmentOfCase = (reader: Reader, caseId: Id<'case'>, id: string) =>
  reader.maybeRow<AttachmentRow & { content_sealed: Buffer }>(sql`
    select id, kind, name_sealed, size_bytes, uploaded_at, content_sealed from attachments where case_id = ${caseId} and id = ${id}`)

export type VisitRow = {
  id: Id<'appointment'>
  starts_at: Temporal.Instant
  ends_at: Temporal.Instant
  practitioner_name: string
  room_name: string
  cancelled_because: string | null
  attendance: string[]
}

/** The clinic's own appointments of a case, also those that were cancelled. */
export const visitsOfCase = (reader: Reader, { caseId, clinicId }: { caseId: Id<'case'>; clinicId: string }) =>
  reader.rows<VisitRow>(sql`
    select a.id, a.starts_at, a.ends_at, p.name as practitioner_name, r.name as room_name, x.reason as cancelled_because,
      array(select t.state from appointment_attendance t where t.appointment_id = a.id) as attendance
    from appointments a join practitioners p on p.id = a.practitioner_id join rooms r on r.id = a.room_id
      left join appointment_cancellations x on x.appointment_id = a.id
    where a.case_id = ${caseId} and a.clinic_id = ${clinicId} order by a.starts_at desc, a.id`)

export type NoteRow = { id: string; text_sealed: Buffer; written_at: Temporal.Instant; written_by_name: string | null }

export const notesOfCase = (reader: Reader, caseId: Id<'case'>) =>
  reader.rows<NoteRow>(sql`
    select n.id, n.text_sealed, n.written_at, u.name as written_by_name
    from course_notes n left join users u on u.id = n.written_by
    where n.case_id = ${caseId} and n.clinic_id = current_organisation() order by n.written_at desc, n.id desc`)

type OfCase = { clinicId: Id<'organisation'>; caseId: Id<'case'>; personId: Id<'person'>; by: Id<'user'> | null }

export const saveNote = (tx: Tx, n: OfCase & { id: Id<'note'>; text: Buffer }) =>
  tx.run(sql`
    insert into course_notes (id, clinic_id, case_id, person_id, text_sealed, written_by)
    values (${n.id}, ${n.clinicId}, ${n.caseId}, ${n.personId}, ${n.text}, ${n.by})`)

export type SessionRequestRow = {
  id: Id<'session-request'>
  sessions: number
  reason_sealed: Buffer
  requested_at: Temporal.Instant
  answered_at: Temporal.Instant | null
  granted: number | null
  granted_until: Temporal.PlainDate | null
  refusal_sealed: Buffer | null
}

export const sessionRequestsOfCase = (reader: Reader, caseId: Id<'case'>) =>
  reader.rows<SessionRequestRow>(sql`
    select r.id, r.sessions, r.reason_sealed, r.requested_at, n.answered_at, a.sessions as granted, a.valid_until as granted_until,
      n.refusal_sealed
    from session_requests r left join session_answers n on n.request_id = r.id left join approvals a on a.id = n.approval_id
    where r.case_id = ${caseId} and r.clinic_id = current_organisation() order by r.requested_at desc, r.id desc`)

type NewRequest = OfCase & {
  id: Id<'session-request'>
  insurerId: Id<'organisation'>
  sessions: number
  reason: Buffer
}

export const saveSessionRequest = (tx: Tx, r: NewRequest) =>
  tx.run(sql`
    insert into session_requests (id, clinic_id, insurer_id, case_id, person_id, sessions, reason_sealed, requested_by)
    values (${r.id}, ${r.clinicId}, ${r.insurerId}, ${r.caseId}, ${r.personId}, ${r.sessions}, ${r.reason}, ${r.by})`)

export type ClosureRow = {
  outcome: CourseOutcome
  summary_sealed: Buffer | null
  closed_at: Temporal.Instant
  closed_by_name: string | null
}

export const closureOfCase = (reader: Reader, caseId: Id<'case'>) =>
  reader.maybeRow<ClosureRow>(sql`
    select k.outcome, k.summary_sealed, k.closed_at, u.name as closed_by_name
    from course_closures k left join users u on u.id = k.closed_by
    where k.case_id = ${caseId} and k.clinic_id = current_organisation()`)

export const saveClosure = (tx: Tx, k: OfCase & { outcome: CourseOutcome; summary: Buffer | null }) =>
  tx.run(sql`
    insert into course_closures (case_id, clinic_id, person_id, outcome, summary_sealed, closed_by)
    values (${k.caseId}, ${k.clinicId}, ${k.personId}, ${k.outcome}, ${k.summary}, ${k.by})`)

/** How many requests for further sessions still wait for an insurer's answer. */
export const countWaitingRequests = (reader: Reader) =>
  reader.row<{ waiting: number }>(sql`
    select count(*)::integer as waiting from session_requests r
    where r.clinic_id = current_organisation() and not exists (select from session_answers n where n.request_id = r.id)`)
