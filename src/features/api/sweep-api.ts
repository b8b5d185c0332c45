import type { JobTask } from '#platform/jobs/worker.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { PolicyModel } from '#policy/model.ts'
import { periodOf } from '#policy/retention.ts'
import { eraseOver } from './clients.sql.ts'

export const apiTimetable: readonly string[] = ['40 2 * * * sweep-api ?fill=1d']

/** Erases tokens that are over, and idempotency keys when the policy says. */
export const apiTasks = ({ database, now }: WorkerServices, model: PolicyModel): Readonly<Record<string, JobTask>> => ({
  'sweep-api': async () => {
    await database.transaction({ kind: 'system' }, (tx) =>
      eraseOver(tx, now(), now().toZonedDateTimeISO('UTC').subtract(periodOf(model, 'repeat-key')).toInstant()),
    )
  },
})
