import type { Tx } from '#platform/db/database.ts'
import { writeAudit } from '#platform/http/audit.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { Facts } from '#policy/facts.ts'
import type { Gate } from '#policy/gate.ts'

export type Carrying = { readonly services: WorkerServices; readonly gate: Gate }

/** Each change that the job makes stands in the audit trail. */
export async function noteEnding(tx: Tx, { services, gate }: Carrying, facts: Facts) {
  const decision = gate.decide('agreement.carry-out', { kind: 'system', task: 'end-agreements' }, facts)
  if (decision.kind === 'refused') throw new Error('The policy does not let agreements end')
  await writeAudit(tx, { permit: decision.permit, result: 'done', now: services.now() })
  return decision.permit
}
