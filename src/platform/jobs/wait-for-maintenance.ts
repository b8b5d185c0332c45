import { readOnlyUntil } from '#platform/maintenance/windows.sql.ts'
import type { AskedTasks } from './ask-first.ts'
import { putOff } from './put-off.sql.ts'
import type { JobTools } from './task.ts'
import type { WorkerServices } from './worker-services.ts'

/**
 * The same tasks, put off until the end of the maintenance while the service is read-only. No attempt is used up, and what the clock asks
 * for several times meanwhile is done once. What has begun before is finished.
 */
export const waitForMaintenance = (services: Pick<WorkerServices, 'database' | 'now'>, tasks: AskedTasks): AskedTasks =>
  Object.fromEntries(
    Object.entries(tasks).map(([task, perform]) => {
      const performOrWait = async (payload: unknown, tools: JobTools) => {
        const waits = await services.database.transaction({ kind: 'system' }, async (tx) => {
          const until = await readOnlyUntil(tx, services.now())
          if (until) await putOff(tx, { task, payload, until })
          return until !== null
        })
        if (!waits) await perform(payload, tools)
      }
      return [task, Object.assign(performOrWait, perform)]
    }),
  )
