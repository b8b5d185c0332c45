import { importTasks } from '#features/imports/index.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'

/** The job that checks an uploaded file, as the worker runs it. */
export async function checkImport(services: WorkerServices, importId: string): Promise<void> {
  await importTasks(services, openGate(referralPolicy))['check-import']?.({ importId }, { attempt: 1 })
}
