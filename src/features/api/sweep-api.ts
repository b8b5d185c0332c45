import type { JobTask } from '#platform/jobs/worker.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import { eraseOver } from './clients.sql.ts'

const keysLastDays = 30

export const apiTimetable: readonly string[] = ['40 2 * * * sweep-api ?fill=1d']

/** Erases tokens that are over, and idempotency keys after thirty days. */
export const apiTasks = ({ database, now }: WorkerServices): Readonly<Record<string, JobTask>> => ({
  'sweep-api': async () => {
    await database.transaction({ kind: 'system' }, (tx) =>
      eraseOver(tx, now(), now().subtract({ hours: keysLastDays * 24 })),
    )
  },
})
