import { queueNotification } from '#features/notifications/index.ts'
import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Permit } from '#policy/permit.ts'
import { comingAppointmentsOf, freeTheirTime, giveTheirSessionsBack, saveReleases } from './release-appointments.sql.ts'

/**
 * Cancels every coming appointment of a case whose consent has just been withdrawn in the same transaction: the time is free again, the
 * sessions are given back, and the patient is told after commit. Tells how many there were. Call it after `withdrawConsent`: the database
 * lets an insurer touch appointments only then.
 */
export async function releaseComingAppointments(
  tx: Tx,
  permit: Permit<'case.withdraw-consent'> | Permit<'my-case.withdraw-consent'>,
  caseId: Id<'case'>,
  now: Temporal.Instant,
): Promise<number> {
  const coming = await comingAppointmentsOf(tx, caseId, now)
  const released = await saveReleases(tx, { ids: coming.map(({ id }) => id), ...withdrawer(permit) })
  const ids = released.map(({ appointment_id }) => appointment_id)
  await freeTheirTime(tx, ids)
  await giveTheirSessionsBack(tx, ids)
  for (const { id, person_id: personId } of coming.filter((one) => ids.includes(one.id))) {
    await queueNotification(tx, { template: 'appointment-cancelled', caseId, personId, appointmentId: id })
  }
  return ids.length
}

function withdrawer({ actor }: Permit) {
  if (actor.kind === 'patient') return { byKind: 'patient', by: actor.personId } as const
  return { byKind: 'insurer', by: actor.kind === 'staff' ? actor.userId : null } as const
}
