import { type AskedTasks, askFirst } from '#platform/jobs/ask-first.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { Gate } from '#policy/gate.ts'
import { releaseExpiredHolds } from './holds.sql.ts'

/** `expire-hold`: runs at the moment a hold's time is up and drops every hold whose time is. Searches count them as gone already. */
export const appointmentTasks = (services: WorkerServices, gate: Gate): AskedTasks => {
  const { database, now } = services
  return askFirst(services, gate, {
    'expire-hold': {
      asks: 'hold.expire',
      touches: ['booking'],
      perform: ({ note }) =>
        database.transaction({ kind: 'system' }, async (tx) => {
          const { gone } = await releaseExpiredHolds(tx, now())
          if (gone === 0) return 'nothing-done'
          await note(tx, { detail: { released: gone } })
          return 'noted'
        }),
    },
  })
}
