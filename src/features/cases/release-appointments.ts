import { cancelAllAhead } from '#features/appointments/index.ts'
import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Permit } from '#policy/permit.ts'

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
  return (await cancelAllAhead({ tx, now }, permit, caseId)).length
}
