import { queueNotification } from '#features/notifications/index.ts'
import type { Id } from '#kernel/ids.ts'
import { violatedConstraint } from '#platform/db/database.ts'
import type { Permit } from '#policy/permit.ts'
import {
  type AppointmentRow,
  appointmentById,
  appointmentsAhead,
  giveSessionBack,
  saveCancellation,
} from './appointments.sql.ts'
import {
  type CancellationReason,
  type EndOfUse,
  isBefore,
  isEndOfUse,
  isSessionGivenBack,
  reasonBehind,
} from './appointments.ts'
import { queueForSessions } from './cases.sql.ts'
import { authorOf, type Engine } from './settle-booking.ts'
import { vacate } from './times.sql.ts'

export type CancelOutcome =
  | { readonly kind: 'cancelled'; readonly sessionGivenBack: boolean }
  /** Cancelled or moved by somebody in the meantime. */
  | { readonly kind: 'already-changed' }
  | { readonly kind: 'already-begun' }

export type Cancellation = {
  readonly appointment: AppointmentRow
  readonly reason: CancellationReason | EndOfUse
  /** Sealed as `appointment_cancellations.note`, where it stood at first. */
  readonly note: Buffer | null
}

type CancelPermit = Permit<'appointment.cancel'> | Permit<'clinic-appointment.cancel'> | EndingPermit

/** What may end all use of a case: a withdrawal, a restriction that the patient asks for, an agreement that is over. */
type EndingPermit =
  | Permit<'agreement.carry-out'>
  | Permit<'my-case.withdraw-consent'>
  | Permit<'case.withdraw-consent'>
  | Permit<'my-rights.request'>
  | Permit<'rights-request.register'>
  | Permit<'rights-request.answer'>

/** Calls an appointment off and frees its time. The row stays; the session is given back unless the patient was late. */
export async function cancel(engine: Engine, permit: CancelPermit, cancellation: Cancellation): Promise<CancelOutcome> {
  const { appointment } = cancellation
  if (appointment.cancelled_at) return { kind: 'already-changed' }
  if (!isBefore(engine.now, appointment.starts_at)) return { kind: 'already-begun' }
  try {
    return await engine.tx.attempt(() => callOff(engine, permit, cancellation))
  } catch (error) {
    if (reasonBehind(violatedConstraint(error)) === 'already-changed') return { kind: 'already-changed' }
    throw error
  }
}

async function callOff({ tx, now }: Engine, permit: CancelPermit, { appointment, reason, note }: Cancellation) {
  const { id: appointmentId, case_id: caseId, person_id: personId } = appointment
  const author = authorOf(permit)
  const terms = { startsAt: appointment.starts_at, cancellationHours: appointment.cancellation_hours }
  const sessionGivenBack = isEndOfUse(reason) || isSessionGivenBack(terms, author.byKind, now)
  await queueForSessions(tx, caseId)
  await saveCancellation(tx, { ...author, appointmentId, reason, note, now, sessionGivenBack })
  await vacate(tx, appointmentId)
  if (sessionGivenBack) await giveSessionBack(tx, appointmentId)
  const hasLeft = reason === 'clinic-left' || reason === 'insurer-left'
  const template = hasLeft ? reason : 'appointment-cancelled'
  await queueNotification(tx, { template, appointmentId, caseId, personId })
  return { kind: 'cancelled', sessionGivenBack } as const
}

/** When a consent is withdrawn or a case restricted, nothing can go on: every appointment still ahead is called off. Tells which. */
export async function cancelAllAhead(
  engine: Engine,
  permit: EndingPermit,
  caseId: Id<'case'>,
  reason: EndOfUse = 'consent-withdrawn',
): Promise<readonly Id<'appointment'>[]> {
  const ahead = await appointmentsAhead(engine.tx, caseId, engine.now)
  const cancelled: Id<'appointment'>[] = []
  for (const { id } of ahead) {
    const appointment = await appointmentById(engine.tx, id)
    if (!appointment) continue
    const outcome = await cancel(engine, permit, { appointment, reason, note: null })
    if (outcome.kind === 'cancelled') cancelled.push(id)
  }
  return cancelled
}
