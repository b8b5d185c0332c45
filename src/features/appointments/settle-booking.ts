import { queueNotification } from '#features/notifications/index.ts'
import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Permit } from '#policy/permit.ts'
import {
  type AppointmentRow,
  giveSessionBack,
  saveAppointment,
  saveCancellation,
  useSession,
} from './appointments.sql.ts'
import { approvalFor, type BookableCase, type CancelledBy, freeingSessionOf } from './appointments.ts'
import { Lost } from './contend.ts'
import { occupy, type Slot, vacate } from './times.sql.ts'

export type Engine = { readonly tx: Tx; readonly now: Temporal.Instant }

type Settling = {
  readonly appointmentId: Id<'appointment'>
  readonly booking: BookableCase
  readonly slot: Slot
  readonly roomId: Id<'room'>
  readonly moved: AppointmentRow | null
}

/** Writes the appointment with what it takes: practitioner, room, patient and one approved session. Throws `Lost` when no session is left. */
export async function settle(
  { tx, now }: Engine,
  permit: Permit,
  { appointmentId, booking, slot, roomId, moved }: Settling,
) {
  const approval = approvalFor(freeingSessionOf(moved, booking.approvals), slot)
  if (typeof approval === 'string') throw new Lost(approval)
  const { caseId, personId, insurerId, treatment } = booking
  const { byKind, by } = authorOf(permit)
  await saveAppointment(tx, {
    id: appointmentId,
    slot,
    roomId,
    caseId,
    personId,
    insurerId,
    treatmentType: treatment.code,
    bookedByKind: byKind === 'patient' ? 'patient' : 'clinic',
    bookedBy: by,
    now,
    moved,
  })
  await occupy(tx, { slot, roomId, personId, by: { appointmentId } })
  const preferred = approval.id === moved?.approval_id ? moved.ordinal : null
  if (!(await useSession(tx, { approvalId: approval.id, appointmentId, preferred }))) throw new Lost('no-sessions-left')
  const template = moved ? 'appointment-moved' : 'appointment-booked'
  await queueNotification(tx, { template, caseId, personId, appointmentId })
  return { kind: 'booked', appointmentId } as const
}

type Leaving = { readonly moved: AppointmentRow; readonly note: Buffer | null }

/** Ends the old version of a booking that is moved. Its session is not given back but carried on by the new version. */
export async function leave({ tx, now }: Engine, permit: Permit, { moved, note }: Leaving): Promise<void> {
  await saveCancellation(tx, {
    ...authorOf(permit),
    appointmentId: moved.id,
    reason: 'moved',
    note,
    now,
    sessionGivenBack: false,
  })
  await vacate(tx, moved.id)
  await giveSessionBack(tx, moved.id)
}

/** Who booked or cancelled, as the rows tell it. An insurer's system is its insurer; the trail names the client. */
export function authorOf({ action, actor }: Permit): { readonly byKind: CancelledBy; readonly by: string | null } {
  if (actor.kind === 'patient') return { byKind: 'patient', by: actor.personId }
  if (actor.kind === 'staff')
    return { byKind: actor.organisationKind === 'insurer' ? 'insurer' : 'clinic', by: actor.userId }
  if (actor.kind === 'api' && actor.organisationKind === 'insurer') return { byKind: 'insurer', by: null }
  if (actor.kind === 'system') return { byKind: 'operator', by: null }
  throw new Error(`${action} is for patients, staff, insurers’ systems and the system`)
}
