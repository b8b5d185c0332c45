import { patientLeadMinutes } from '#features/availability/index.ts'
import { readId } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { type AppointmentRow, appointmentById } from './appointments.sql.ts'
import { type BookableCase, freeingSessionOf } from './appointments.ts'
import { bookableCase } from './cases.sql.ts'
import type { Wanted } from './contend.ts'
import { type HoldRow, holdById, slotOf } from './holds.sql.ts'

/** What the gate must know of a case that is booked. */
export const factsOfBooking = ({ personId, caseId, consentMarkId }: BookableCase) => ({
  personId,
  caseId,
  consentLive: consentMarkId !== null,
})

export type FoundHold = {
  readonly hold: HoldRow
  readonly booking: BookableCase
  readonly moved: AppointmentRow | null
}

/** A hold by the id in an address, expired or not; null when the actor may not know of it. */
export async function findHold(reader: Reader, holdId: string, now: Temporal.Instant): Promise<FoundHold | null> {
  const knownId = readId<'hold'>(holdId)
  const held = knownId && (await holdById(reader, knownId))
  const booking = held && (await bookableCase(reader, held.case_id, now))
  if (!booking) return null
  const moved = held.moves_appointment_id && (await appointmentById(reader, held.moves_appointment_id))
  return { hold: held, booking, moved: moved || null }
}

export const holdFacts = ({ hold: { id: holdId }, booking }: FoundHold) => ({
  ...factsOfBooking(booking),
  object: { type: 'hold', id: holdId },
})

export const choosingOf = ({ hold: { case_id: caseId }, moved }: FoundHold) => ({ caseId, moves: moved?.id ?? null })

export const wantedOf = ({ booking, hold, moved }: FoundHold, now: Temporal.Instant): Wanted => ({
  booking: { ...booking, approvals: freeingSessionOf(moved, booking.approvals) },
  slot: slotOf(hold),
  now,
  leadMinutes: patientLeadMinutes,
  moved,
})
