/**
 * Booking and moving. The problem: an approved session, a practitioner, a room, a patient and the clinic's sight of the case must all be had
 * together, against any number of others who want the same. The idea: everybody queues in one order (the case's approvals, then
 * `queue_for_time`), looks at what is left, and inserts; the database's constraints have the last word, and their names are the reasons.
 * It refuses to leave anything half done: a loser has changed nothing, and a move that is lost keeps the old time.
 */
import { patientLeadMinutes } from '#features/availability/index.ts'
import { discloseCase, disclosedData } from '#features/disclosure/index.ts'
import { type Id, newId } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Tx } from '#platform/db/database.ts'
import { organisationOf, type Permit, type PermitFor } from '#policy/permit.ts'
import type { AppointmentRow } from './appointments.sql.ts'
import {
  type BookableCase,
  freeingSessionOf,
  isBefore,
  isTimely,
  isWhereItStands,
  type Refusal,
} from './appointments.ts'
import { bookableCase, queueForSessions } from './cases.sql.ts'
import { contend, Lost, refuse, type Wanted } from './contend.ts'
import { consumeHold, type HoldRow, slotOf } from './holds.sql.ts'
import { roomFor, slotAt } from './holds.ts'
import { type Engine, leave, settle } from './settle-booking.ts'
import { queueForTime, type Slot } from './times.sql.ts'

export type BookOutcome = { readonly kind: 'booked'; readonly appointmentId: Id<'appointment'> } | Refusal

export type HoldBooking = {
  readonly booking: BookableCase
  readonly hold: HoldRow
  /** The appointment that the hold was made to replace. */
  readonly moved: AppointmentRow | null
  /** The patient's choice of clinic hands the case over to it, unless it has it already. Throws when the gate says no. */
  readonly mayDisclose: PermitFor
}

/** Makes an appointment of a live hold; of a hold made to move one, the move. */
export async function bookHold(
  engine: Engine,
  permit: Permit<'appointment.book'> | Permit<'appointment.move'>,
  { booking, hold, moved, mayDisclose }: HoldBooking,
): Promise<BookOutcome> {
  const { tx, now } = engine
  const slot = slotOf(hold)
  const wanted = { booking: forMoving(booking, moved), slot, now, leadMinutes: patientLeadMinutes, moved }
  if (moved && !isTimely(moved.starts_at, moved.cancellation_hours, now)) return refuse(tx, wanted, 'too-late')
  return contend(tx, wanted, async () => {
    const fresh = await queue(engine, wanted, moved)
    if (!(await consumeHold(tx, hold.id, now))) throw new Lost('hold-expired')
    await handOver(tx, { booking: fresh, slot, mayDisclose })
    if (moved) await leave(engine, permit, { moved, note: null })
    return settle(engine, permit, {
      appointmentId: appointmentOf(hold.id),
      booking: fresh,
      slot,
      roomId: hold.room_id,
      moved,
    })
  })
}

/** An appointment keeps the id of the hold it was made of: confirming twice leads to the same appointment. */
export const appointmentOf = (holdId: Id<'hold'>) => holdId as string as Id<'appointment'>

export type DirectBooking = {
  readonly booking: BookableCase
  readonly practitionerId: Id<'practitioner'>
  readonly startsAt: Temporal.Instant
}

/** A clinic books for a patient whose case it has: without a hold, up to the very minute, on any free time. */
export async function bookDirectly(
  engine: Engine,
  permit: Permit<'clinic-appointment.book'>,
  direct: DirectBooking,
): Promise<BookOutcome> {
  return bookAtOnce(engine, permit, { ...direct, moved: null, note: null })
}

export type Move = DirectBooking & {
  readonly moved: AppointmentRow
  /** After the cut-off staff must say why; sealed as `appointment_cancellations.note`. */
  readonly overrideNote: Buffer | null
}

/** A clinic moves an appointment: a new version that carries on its session; the old time is kept unless the new one is won. */
export async function move(
  engine: Engine,
  permit: Permit<'clinic-appointment.move'>,
  asked: Move,
): Promise<BookOutcome> {
  const { booking, moved, overrideNote } = asked
  const isLate = !isTimely(moved.starts_at, booking.treatment.cancellationHours, engine.now)
  if (isBefore(moved.starts_at, engine.now) || (isLate && overrideNote === null))
    return { kind: 'refused', reason: 'too-late', nearest: [] }
  return bookAtOnce(engine, permit, { ...asked, note: overrideNote })
}

type AtOnce = DirectBooking & { readonly moved: AppointmentRow | null; readonly note: Buffer | null }

async function bookAtOnce(
  engine: Engine,
  permit: Permit<'clinic-appointment.book'> | Permit<'clinic-appointment.move'>,
  { booking, practitionerId, startsAt, moved, note }: AtOnce,
): Promise<BookOutcome> {
  const { tx, now } = engine
  const slot = await slotAt(tx, booking, { practitionerId, startsAt })
  if (!slot || slot.clinicId !== organisationOf(permit)) return { kind: 'refused', reason: 'taken', nearest: [] }
  const wanted = { booking: forMoving(booking, moved), slot, now, leadMinutes: 0, moved }
  if (isBefore(startsAt, now)) return refuse(tx, wanted, 'too-soon')
  if (isWhereItStands(moved, slot)) return refuse(tx, wanted, 'same-time')
  return contend(tx, wanted, async () => {
    const fresh = await queue(engine, wanted, moved)
    // First, so that the new time may overlap the old one.
    if (moved) await leave(engine, permit, { moved, note })
    const roomId = await roomFor(tx, slot, { roomKind: booking.treatment.roomKind, onGrid: false, leaving: null })
    return settle(engine, permit, { appointmentId: newId(), booking: fresh, slot, roomId, moved })
  })
}

const forMoving = (booking: BookableCase, moved: AppointmentRow | null): BookableCase => ({
  ...booking,
  approvals: freeingSessionOf(moved, booking.approvals),
})

/** Waits for everybody in front, then reads the case as it is now. */
async function queue(
  { tx, now }: Engine,
  { booking, slot }: Wanted,
  moved: AppointmentRow | null,
): Promise<BookableCase> {
  await queueForSessions(tx, booking.caseId)
  await queueForTime(tx, slot, { personId: booking.personId, now, leaving: moved?.id ?? null })
  const fresh = await bookableCase(tx, booking.caseId, now)
  if (!fresh) throw new Error(`Case ${booking.caseId} went out of sight while it was booked`)
  if (fresh.isClosed) throw new Lost('course-closed')
  return fresh
}

type HandingOver = Pick<HoldBooking, 'booking' | 'mayDisclose'> & { readonly slot: Slot }

async function handOver(tx: Tx, { booking, slot, mayDisclose }: HandingOver): Promise<void> {
  const { caseId, personId, insurerId, consentMarkId, treatment } = booking
  if (!consentMarkId) throw new Lost('no-consent')
  const object = { type: 'organisation', id: slot.clinicId }
  const permit = mayDisclose('case.disclose', { personId, caseId, consentLive: true, object }, disclosedData)
  const outcome = await discloseCase(tx, permit, {
    caseId,
    insurerId,
    clinicId: slot.clinicId,
    treatmentType: treatment.code,
    consentMarkId,
  })
  if (outcome === 'no-consent') throw new Lost('no-consent')
  if (outcome === 'clinic-not-approved') throw new Lost('not-approved-clinic')
}
