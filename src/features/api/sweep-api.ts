import { type AskedTasks, askFirst } from '#platform/jobs/ask-first.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { Gate } from '#policy/gate.ts'
import { periodOf } from '#policy/retention.ts'
import { eraseKeysBefore, eraseTokensOver } from './clients.sql.ts'

export const apiTimetable: readonly string[] = ['40 2 * * * sweep-api ?fill=1d', '41 2 * * * sweep-api-tokens ?fill=1d']

/** Erases idempotency keys when the policy says, and tokens that are over. They are about different people, and so belong to different activities. */
export const apiTasks = (services: WorkerServices, gate: Gate): AskedTasks => {
  const { database, now } = services
  return askFirst(services, gate, {
    'sweep-api': {
      asks: 'api.sweep',
      touches: ['health.approval', 'health.referral'],
      perform: ({ note }) =>
        database.transaction({ kind: 'system' }, async (tx) => {
          const limit = now().toZonedDateTimeISO('UTC').subtract(periodOf(gate.model, 'repeat-key')).toInstant()
          const keys = await eraseKeysBefore(tx, limit)
          if (keys === 0) return 'nothing-done'
          await note(tx, { detail: { keys } })
          return 'noted'
        }),
    },
    'sweep-api-tokens': {
      asks: 'session.sweep',
      touches: ['credentials'],
      perform: ({ note }) =>
        database.transaction({ kind: 'system' }, async (tx) => {
          const tokens = await eraseTokensOver(tx, now())
          if (tokens === 0) return 'nothing-done'
          await note(tx, { detail: { tokens } })
          return 'noted'
        }),
    },
  })
}
