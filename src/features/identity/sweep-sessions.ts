import type { Task } from '#platform/jobs/task.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import { sweepEnded } from './sessions.sql.ts'

/** What has ended is refused already when it is asked for; this only takes it away (R2.9). */
export const sweepSessions = ({ database, now }: Pick<WorkerServices, 'database' | 'now'>): Task => ({
  asks: 'session.sweep',
  touches: ['credentials'],
  perform: ({ note }) =>
    database.transaction({ kind: 'system' }, async (tx) => {
      const { sessions, attempts, resets } = await sweepEnded(tx, now())
      if (sessions + attempts + resets === 0) return 'nothing-done'
      await note(tx, { detail: { sessions, attempts, resets } })
      return 'noted'
    }),
})
