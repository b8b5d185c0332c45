import { readOnlyUntil } from '#platform/maintenance/windows.sql.ts'
import { putOff } from './put-off.sql.ts'
import type { JobTask } from './worker.ts'
import type { WorkerServices } from './worker-services.ts'

type Tasks = Readonly<Record<string, JobTask>>

/**
 * The same tasks, put off until the end of the maintenance while the service is read-only, save those that go on. No attempt is used up, and
 * what the clock asks for several times meanwhile is done once. What has begun before is finished.
 */
export const waitForMaintenance = (
  services: Pick<WorkerServices, 'database' | 'now'>,
  tasks: Tasks,
  goesOn: (task: string) => boolean,
): Tasks =>
  Object.fromEntries(
    Object.entries(tasks).map(([task, perform]) => [task, goesOn(task) ? perform : waiting(services, task, perform)]),
  )

const waiting =
  ({ database, now }: Pick<WorkerServices, 'database' | 'now'>, task: string, perform: JobTask): JobTask =>
  async (payload, tools) => {
    const waits = await database.transaction({ kind: 'system' }, async (tx) => {
      const until = await readOnlyUntil(tx, now())
      if (until) await putOff(tx, { task, payload, until })
      return until !== null
    })
    if (!waits) await perform(payload, tools)
  }
