import { Temporal } from '#kernel/time.ts'
import type { Database } from '#platform/db/database.ts'
import { writeAudit } from '#platform/http/audit.ts'
import type { Gate } from '#policy/gate.ts'
import { eraseOnRequest } from './product-world.sql.ts'
import type { Planted } from './product-world.ts'

/** As the job does it: asked of the gate, logged and erased in one transaction, durable when it returns. Tells the milliseconds. */
export async function eraseOne(worker: Database, gate: Gate, { caseId }: Pick<Planted, 'caseId'>): Promise<number> {
  const decision = gate.decide('rights-request.carry-out', { kind: 'system', task: 'carry-out-erasures' }, {}, [
    'health.referral',
  ])
  if (decision.kind === 'refused') throw new Error('The policy does not let erasures be carried out')
  const begunAt = performance.now()
  const { erased } = await worker.transaction({ kind: 'system' }, async (tx) => {
    await writeAudit(tx, { permit: decision.permit, result: 'done', now: Temporal.Now.instant() })
    return tx.row(eraseOnRequest(caseId))
  })
  if (!erased) throw new Error(`Case ${caseId} was not there to be erased`)
  return performance.now() - begunAt
}
