import { patientLeadMinutes } from '#features/availability/index.ts'
import { type Id, newId } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Permit } from '#policy/permit.ts'
import type { AppointmentRow } from './appointments.sql.ts'
import {
  approvalFor,
  type BookableCase,
  freeingSessionOf,
  holdMinutes,
  isBefore,
  isTimely,
  isWhereItStands,
  type Refusal,
  type RefusalReason,
} from './appointments.ts'
import { clinicOfPractitioner } from './cases.sql.ts'
import { contend, Lost, refuse } from './contend.ts'
import { dropHold, dropHoldsOf, enqueueExpiry, prolongHold, saveHold } from './holds.sql.ts'
import { freeRoom, occupy, queueForTime, type RoomWanted, type Slot, standingOf } from './times.sql.ts'

export type HoldRequest = {
  readonly booking: BookableCase
  readonly practitionerId: Id<'practitioner'>
  readonly startsAt: Temporal.Instant
  /** The appointment that the held time is to replace. */
  readonly moves: AppointmentRow | null
}

export type HoldOutcome =
  | { readonly kind: 'held'; readonly holdId: Id<'hold'>; readonly expiresAt: Temporal.Instant }
  | Refusal

/**
 * Keeps a time for one person for five minutes, so that nobody else is shown or given it. A person has one hold: a new one replaces it.
 * Sessions are only looked at here; they are taken when the hold is booked.
 */
export async function hold(
  { tx, now }: { readonly tx: Tx; readonly now: Temporal.Instant },
  _permit: Permit<'time.hold'>,
  { booking: asked, practitionerId, startsAt, moves }: HoldRequest,
): Promise<HoldOutcome> {
  const booking = { ...asked, approvals: freeingSessionOf(moves, asked.approvals) }
  const slot = await slotAt(tx, booking, { practitionerId, startsAt })
  if (!slot) return { kind: 'refused', reason: 'taken', nearest: [] }
  const wanted = { booking, slot, now, leadMinutes: patientLeadMinutes, moved: moves }
  const objection = objectionTo({ booking, slot, moves, now })
  if (objection) return refuse(tx, wanted, objection)
  return contend(tx, wanted, async () => {
    // An old time that overlaps the new one is no obstacle: it goes when the new one is booked.
    const leaving = moves?.id ?? null
    await queueForTime(tx, slot, { personId: booking.personId, now, leaving })
    await dropHoldsOf(tx, booking.personId)
    const roomId = await roomFor(tx, slot, { roomKind: booking.treatment.roomKind, onGrid: true, leaving })
    const holdId = newId<'hold'>()
    const expiresAt = now.add({ minutes: holdMinutes })
    const { personId, caseId } = booking
    await saveHold(tx, { id: holdId, personId, caseId, slot, roomId, moves: leaving, expiresAt, now })
    await occupy(tx, { slot, roomId, personId, by: { holdId, expiresAt }, leaving })
    await enqueueExpiry(tx, holdId, expiresAt)
    return { kind: 'held', holdId, expiresAt } as const
  })
}

type Objecting = Pick<HoldRequest, 'booking' | 'moves'> & { readonly slot: Slot; readonly now: Temporal.Instant }

/** What can be said without asking whether the time is free. */
function objectionTo({ booking, slot, moves, now }: Objecting): RefusalReason | null {
  if (booking.consentMarkId === null) return 'no-consent'
  if (booking.isClosed) return 'course-closed'
  if (moves?.cancelled_at) return 'already-changed'
  if (moves && !isTimely(moves.starts_at, moves.cancellation_hours, now)) return 'too-late'
  if (isWhereItStands(moves, slot)) return 'same-time'
  const approval = approvalFor(booking.approvals, slot)
  if (typeof approval === 'string') return approval
  return isBefore(slot.startsAt, now.add({ minutes: patientLeadMinutes })) ? 'too-soon' : null
}

/** What a treatment by this practitioner at this instant takes; null when they do not give it. */
export async function slotAt(
  tx: Tx,
  { treatment }: BookableCase,
  { practitionerId, startsAt }: { readonly practitionerId: Id<'practitioner'>; readonly startsAt: Temporal.Instant },
): Promise<Slot | null> {
  const found = await clinicOfPractitioner(tx, practitionerId, treatment.code)
  if (!found) return null
  const endsAt = startsAt.add({ minutes: treatment.durationMinutes })
  return {
    clinicId: found.clinic_id,
    practitionerId,
    startsAt,
    endsAt,
    doneAt: endsAt.add({ minutes: treatment.bufferMinutes }),
  }
}

/** The room to use, once the queue is passed. Throws `Lost` when the practitioner or all rooms are taken. */
export async function roomFor(
  tx: Tx,
  slot: Slot,
  { roomKind, onGrid, leaving }: RoomWanted & { readonly onGrid: boolean },
): Promise<Id<'room'>> {
  const standing = await standingOf(tx, slot, leaving)
  if (!standing?.is_free || (onGrid && !standing.on_grid)) throw new Lost('taken')
  const room = await freeRoom(tx, slot, { roomKind, leaving })
  if (!room) throw new Lost('no-room')
  return room.id
}

export type RenewOutcome =
  | { readonly kind: 'renewed'; readonly expiresAt: Temporal.Instant }
  | { readonly kind: 'not-renewed' }

/** Five more minutes from now. Not renewed: it has ended, or was renewed twice already. */
export async function renewHold(
  { tx, now }: { readonly tx: Tx; readonly now: Temporal.Instant },
  _permit: Permit<'hold.change'>,
  id: Id<'hold'>,
): Promise<RenewOutcome> {
  const expiresAt = now.add({ minutes: holdMinutes })
  if (!(await prolongHold(tx, { id, expiresAt, now }))) return { kind: 'not-renewed' }
  await enqueueExpiry(tx, id, expiresAt)
  return { kind: 'renewed', expiresAt }
}

/** Lets a time go, so that others find it at once. */
export const releaseHold = (tx: Tx, _permit: Permit<'hold.change'>, id: Id<'hold'>) => dropHold(tx, id)
