import { readOnlyUntil } from '#platform/maintenance/windows.sql.ts'
import type { AskedTask, AskedTasks } from './ask-first.ts'
import { putOff } from './put-off.sql.ts'
import type { JobTools } from './task.ts'
import type { WorkerServices } from './worker-services.ts'

/**
 * The same tasks, put off until the end of the maintenance while the service is read-only, save those that go on. No attempt is used up, and
 * what the clock asks for several times meanwhile is done once. What has begun before is finished.
 */
export const waitForMaintenance = (
  services: Pick<WorkerServices, 'database' | 'now'>,
  tasks: AskedTasks,
  goesOn: (task: string) => boolean,
): AskedTasks =>
  Object.fromEntries(
    Object.entries(tasks).map(([task, perform]) => [task, goesOn(task) ? perform : waiting(services, task, perform)]),
  )

function waiting(
  { database, now }: Pick<WorkerServices, 'database' | 'now'>,
  task: string,
  perform: AskedTask,
): AskedTask {
  const performOrWait = async (payload: unknown, tools: JobTools) => {
    const waits = await database.transaction({ kind: 'system' }, async (tx) => {
      const until = await readOnlyUntil(tx, now())
      if (until) await putOff(tx, { task, payload, until })
      return until !== null
    })
    if (!waits) await perform(payload, tools)
  }
  return Object.assign(performOrWait, perform)
}
