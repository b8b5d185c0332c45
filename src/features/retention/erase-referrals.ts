import { queueNotification, queueStaffMail } from '#features/notifications/index.ts'
import type { Tx } from '#platform/db/database.ts'
import { writeAudit } from '#platform/http/audit.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { Gate } from '#policy/gate.ts'
import { clinicsThatReceived, eraseReferral, type ReferralToErase, referralsToErase } from './erase-referrals.sql.ts'

const asSystem = { kind: 'system' } as const

/**
 * A referral goes in the transaction that withdraws its consent (the database sees to that). One that a hold kept goes here as soon as the
 * hold is lifted, and all of an insurer go here when its agreement ends, of which its patients are told by then; each in a transaction of its own, and everybody who had it is told (GDPR art. 19). Tells how many were erased.
 */
export async function eraseReferrals(services: WorkerServices, gate: Gate): Promise<number> {
  const { database } = services
  let erased = 0
  for (;;) {
    const due = await database.transaction(asSystem, referralsToErase)
    const before = erased
    for (const one of due)
      if (await database.transaction(asSystem, (tx) => erase(tx, { services, gate, one }))) erased += 1
    if (erased === before) return erased
  }
}

type Erasing = { readonly services: WorkerServices; readonly gate: Gate; readonly one: ReferralToErase }

async function erase(tx: Tx, { services, gate, one }: Erasing): Promise<boolean> {
  const { case_id: caseId, person_id: personId, insurer_id: organisationId } = one
  const actor = { kind: 'system', task: 'erase-referrals' } as const
  const decision = gate.decide('referral.erase', actor, { caseId, personId, organisationId })
  if (decision.kind === 'refused') throw new Error('The policy does not let referrals be erased')
  if (!(await eraseReferral(tx, caseId))) return false
  await writeAudit(tx, { permit: decision.permit, result: 'done', now: services.now() })
  if (one.is_withdrawn) await queueNotification(tx, { template: 'referral-erased', caseId, personId })
  for (const { id } of [{ id: organisationId }, ...(await clinicsThatReceived(tx, caseId))])
    await queueStaffMail(tx, { template: 'referral-erased', organisationId: id, userId: null, caseId })
  return true
}
