import type { JobTask } from '#platform/jobs/worker.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import { sweepEnded } from './sessions.sql.ts'

/** What has ended is refused already when it is asked for; this only takes it away (R2.9). */
export const sweepSessions =
  ({ database, now }: WorkerServices): JobTask =>
  async () => {
    await database.transaction({ kind: 'system' }, (tx) => sweepEnded(tx, now()))
  }
