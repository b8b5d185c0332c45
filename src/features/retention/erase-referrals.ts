import { queueNotification, queueStaffMail } from '#features/notifications/index.ts'
import type { Tx } from '#platform/db/database.ts'
import { type AskedTasks, askFirst } from '#platform/jobs/ask-first.ts'
import type { NotedJob } from '#platform/jobs/task.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { Gate } from '#policy/gate.ts'
import { clinicsThatReceived, eraseReferral, type ReferralToErase, referralsToErase } from './erase-referrals.sql.ts'

const asSystem = { kind: 'system' } as const

/** `erase-referrals`, and whom to tell how many each run erased. */
export const referralTasks = (
  services: WorkerServices,
  gate: Gate,
  tell: (erased: number) => unknown = () => undefined,
): AskedTasks =>
  askFirst(services, gate, {
    'erase-referrals': {
      asks: 'referral.erase',
      touches: ['health.referral'],
      async perform(job) {
        const erased = await eraseAll(services, job)
        tell(erased)
        return erased > 0 ? 'noted' : 'nothing-done'
      },
    },
  })

/** One run of the job. Tells how many were erased. */
export async function eraseReferrals(services: WorkerServices, gate: Gate): Promise<number> {
  const told: number[] = []
  await referralTasks(services, gate, (erased) => told.push(erased))['erase-referrals']?.({}, { attempt: 1 })
  return told[0] ?? 0
}

/**
 * A referral goes in the transaction that withdraws its consent (the database sees to that). One that a hold kept goes here as soon as the
 * hold is lifted, and all of an insurer go here when its agreement ends, of which its patients are told by then; each in a transaction of its own, and everybody who had it is told (GDPR art. 19). Tells how many were erased.
 */
async function eraseAll({ database }: WorkerServices, job: NotedJob): Promise<number> {
  let erased = 0
  for (;;) {
    const due = await database.transaction(asSystem, referralsToErase)
    const before = erased
    for (const one of due) if (await database.transaction(asSystem, (tx) => erase(tx, job, one))) erased += 1
    if (erased === before) return erased
  }
}

async function erase(tx: Tx, job: NotedJob, one: ReferralToErase): Promise<boolean> {
  const { case_id: caseId, person_id: personId, insurer_id: organisationId } = one
  const permit = await job.permitFor(tx, { caseId, personId, organisationId })
  if (!(await eraseReferral(tx, caseId))) return false
  await job.note(tx, { permit })
  if (one.is_withdrawn) await queueNotification(tx, { template: 'referral-erased', caseId, personId })
  for (const { id } of [{ id: organisationId }, ...(await clinicsThatReceived(tx, caseId))])
    await queueStaffMail(tx, { template: 'referral-erased', organisationId: id, userId: null, caseId })
  return true
}
