import type { JobTask } from '#platform/jobs/worker.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import { releaseExpiredHolds } from './holds.sql.ts'

/** `expire-hold`: runs at the moment a hold's time is up and drops every hold whose time is. Searches count them as gone already. */
export const appointmentTasks = ({ database, now }: WorkerServices): Readonly<Record<string, JobTask>> => ({
  'expire-hold': () =>
    database.transaction({ kind: 'system' }, async (tx) => {
      await releaseExpiredHolds(tx, now())
    }),
})
