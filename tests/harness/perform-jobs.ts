import { Logger, runOnce, type TaskList } from 'graphile-worker'
import type { AskedTasks } from '#platform/jobs/ask-first.ts'
import type { World } from './world.ts'

const silent = new Logger(() => () => undefined)

/** Does every job of these tasks that is due, and those that come of it, until none is left. Throws what the first that failed threw. */
export async function performJobs(world: World, tasks: AskedTasks): Promise<void> {
  const failed: unknown[] = []
  const taskList: TaskList = Object.fromEntries(
    Object.entries(tasks).map(([name, perform]) => [
      name,
      (payload: unknown, { job }: { job: { attempts: number } }) =>
        perform(payload, { attempt: job.attempts }).catch((error: unknown) => void failed.push(error)),
    ]),
  )
  await runOnce({ connectionString: world.database.urls.worker, taskList, noHandleSignals: true, logger: silent })
  if (failed.length > 0) throw failed[0]
}
