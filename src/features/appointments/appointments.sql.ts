import type { Id } from '#kernel/ids.ts'
import type { Phone } from '#kernel/phone.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import type { CancellationReason, CancelledBy, EndOfUse } from './appointments.ts'
import { type TreatmentRow, treatmentColumns } from './cases.sql.ts'
import type { Slot } from './times.sql.ts'

export type AppointmentRow = TreatmentRow & {
  id: Id<'appointment'>
  root_id: Id<'appointment'>
  sequence: number
  case_id: Id<'case'>
  person_id: Id<'person'>
  insurer_id: Id<'organisation'>
  clinic_id: Id<'organisation'>
  clinic_name: string
  clinic_phone: Phone
  street: string | null
  postcode: string | null
  town: string | null
  directions: string | null
  practitioner_id: Id<'practitioner'>
  practitioner_name: string
  room_name: string
  starts_at: Temporal.Instant
  ends_at: Temporal.Instant
  booked_by_kind: 'patient' | 'clinic'
  booked_at: Temporal.Instant
  approval_id: Id<'approval'> | null
  ordinal: number | null
  cancelled_because: CancellationReason | 'moved' | EndOfUse | null
  cancelled_by_kind: CancelledBy | null
  cancelled_at: Temporal.Instant | null
  session_given_back: boolean | null
  moved_to: Id<'appointment'> | null
}

/** An appointment with what its pages show, cancelled or not. */
export const appointmentById = (reader: Reader, id: Id<'appointment'>) =>
  reader.maybeRow<AppointmentRow>(sql`${appointments} where a.id = ${id}`)

/** Every version of a booking that was moved, the first one first. */
export const versionsOf = (reader: Reader, rootId: Id<'appointment'>) =>
  reader.rows<AppointmentRow>(sql`${appointments} where a.root_id = ${rootId} order by a.sequence`)

/** A case's appointments by time, cancelled ones included. */
export const appointmentsOfCase = (reader: Reader, caseId: Id<'case'>) =>
  reader.rows<AppointmentRow>(sql`${appointments} where a.case_id = ${caseId} order by a.starts_at, a.sequence`)

/** What is ahead of a person, or under way, in all their cases. */
export const comingAppointments = (reader: Reader, personId: Id<'person'>, now: Temporal.Instant) =>
  reader.rows<AppointmentRow>(sql`
    ${appointments} where a.person_id = ${personId} and a.ends_at > ${now}::timestamptz and x.appointment_id is null order by a.starts_at`)

const appointments = sql`
    select a.id, a.root_id, a.sequence, a.case_id, a.person_id, a.insurer_id, a.clinic_id, o.name as clinic_name, o.phone as clinic_phone,
      l.street, l.postcode, l.town, l.directions, a.practitioner_id, p.name as practitioner_name, r.name as room_name,
      a.starts_at, a.ends_at, a.booked_by_kind, a.booked_at, u.approval_id, u.ordinal,
      x.reason as cancelled_because, x.cancelled_by_kind, x.cancelled_at, x.session_given_back, next.id as moved_to, ${treatmentColumns}
    from appointments a
    join organisations o on o.id = a.clinic_id
    left join clinic_locations l on l.clinic_id = a.clinic_id
    join practitioners p on p.id = a.practitioner_id
    join rooms r on r.id = a.room_id
    join treatment_types t on t.code = a.treatment_type
    left join session_uses u on u.appointment_id = a.id
    left join appointment_cancellations x on x.appointment_id = a.id
    left join appointments next on next.moved_from = a.id`

type NewAppointment = {
  id: Id<'appointment'>
  slot: Slot
  roomId: Id<'room'>
  caseId: Id<'case'>
  personId: Id<'person'>
  insurerId: Id<'organisation'>
  treatmentType: string
  bookedByKind: 'patient' | 'clinic'
  bookedBy: string | null
  now: Temporal.Instant
  moved: { readonly id: Id<'appointment'>; readonly root_id: Id<'appointment'>; readonly sequence: number } | null
}

export const saveAppointment = (tx: Tx, a: NewAppointment) =>
  tx.run(sql`
    insert into appointments (id, clinic_id, insurer_id, case_id, person_id, treatment_type, practitioner_id, room_id, starts_at, ends_at,
      root_id, sequence, moved_from, booked_by_kind, booked_by, booked_at)
    values (${a.id}, ${a.slot.clinicId}, ${a.insurerId}, ${a.caseId}, ${a.personId}, ${a.treatmentType}, ${a.slot.practitionerId}, ${a.roomId},
      ${a.slot.startsAt}, ${a.slot.endsAt}, ${a.moved?.root_id ?? a.id}, ${a.moved ? a.moved.sequence + 1 : 0}, ${a.moved?.id ?? null},
      ${a.bookedByKind}, ${a.bookedBy}, ${a.now})`)

type NewCancellation = {
  appointmentId: Id<'appointment'>
  reason: CancellationReason | 'moved' | EndOfUse
  note: Buffer | null
  byKind: CancelledBy
  by: string | null
  now: Temporal.Instant
  sessionGivenBack: boolean
}

/** The note stands apart: the insurer knows of the cancellation, and not of what patient and clinic write about it. */
export async function saveCancellation(tx: Tx, c: NewCancellation): Promise<void> {
  await tx.run(sql`
    insert into appointment_cancellations (appointment_id, reason, cancelled_by_kind, cancelled_by, cancelled_at, session_given_back)
    values (${c.appointmentId}, ${c.reason}, ${c.byKind}, ${c.by}, ${c.now}, ${c.sessionGivenBack})`)
  if (c.note)
    await tx.run(
      sql`insert into cancellation_notes (appointment_id, note_sealed) values (${c.appointmentId}, ${c.note})`,
    )
}

type SessionUse = {
  approvalId: Id<'approval'>
  appointmentId: Id<'appointment'>
  /** The session that a moved booking had, if it may be kept. */
  preferred: number | null
}

/** Takes a free session of the approval: the preferred one, else the lowest. None: all are taken. */
export const useSession = async (tx: Tx, { approvalId, appointmentId, preferred }: SessionUse): Promise<boolean> =>
  (await tx.run(sql`
    insert into session_uses (approval_id, ordinal, appointment_id)
    select s.approval_id, s.ordinal, ${appointmentId}::uuid from approval_sessions s
    where s.approval_id = ${approvalId}
      and not exists (select from session_uses u where u.approval_id = s.approval_id and u.ordinal = s.ordinal)
    order by s.ordinal = ${preferred}::integer desc nulls last, s.ordinal limit 1`)) > 0

export const giveSessionBack = (tx: Tx, appointmentId: Id<'appointment'>) =>
  tx.run(sql`delete from session_uses where appointment_id = ${appointmentId}`)

/** Bookings of a case that are still to come, for those who must call them off together. */
export const appointmentsAhead = (reader: Reader, caseId: Id<'case'>, now: Temporal.Instant) =>
  reader.rows<{ id: Id<'appointment'>; person_id: Id<'person'> }>(sql`
    select a.id, a.person_id from appointments a
    where a.case_id = ${caseId} and a.starts_at > ${now}::timestamptz
      and not exists (select from appointment_cancellations x where x.appointment_id = a.id)
    order by a.practitioner_id, a.starts_at`)
