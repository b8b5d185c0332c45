import type { Tx } from '#platform/db/database.ts'
import type { NotedJob } from '#platform/jobs/task.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { Facts } from '#policy/facts.ts'
import type { Gate } from '#policy/gate.ts'
import type { Touches } from '#policy/permit.ts'

export type Carrying = {
  readonly services: WorkerServices
  readonly gate: Gate
  readonly job: NotedJob<'agreement.carry-out'>
  /** Whether the trail tells of anything yet. */
  isNoted: boolean
}

/** Each change that the job makes stands in the audit trail, with the data that it touched and no more. */
export async function noteEnding(
  tx: Tx,
  carrying: Carrying,
  { touches, ...facts }: Facts & { readonly touches: Touches },
) {
  const permit = await carrying.job.permitFor(tx, facts, touches)
  await carrying.job.note(tx, { permit })
  carrying.isNoted = true
  return permit
}
