import { type AskedTasks, askFirst } from '#platform/jobs/ask-first.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { Gate } from '#policy/gate.ts'
import { longestAfter } from '#policy/retention.ts'
import { eraseChoicesOlderThan } from './cookies.sql.ts'

/** The task of this feature: `erase-old-cookie-choices` runs every night. `gate` is the site's that asks about cookies. */
export const cookieTasks = (services: WorkerServices, gate: Gate): AskedTasks => {
  const { database, now } = services
  const { model } = gate
  return askFirst(services, gate, {
    'erase-old-cookie-choices': {
      asks: 'cookies.erase',
      touches: ['cookie-choices'],
      perform: ({ note }) =>
        database.transaction({ kind: 'system' }, async (tx) => {
          const limit = now().toZonedDateTimeISO('UTC').subtract(longestAfter(model, 'cookies.choose')).toInstant()
          const erased = await eraseChoicesOlderThan(tx, model.site, limit)
          if (erased === 0) return 'nothing-done'
          await note(tx, { detail: { erased } })
          return 'noted'
        }),
    },
  })
}

/** Each night, in UTC; a night missed is made up for. */
export const cookieTimetable: readonly string[] = ['40 2 * * * erase-old-cookie-choices ?fill=1d']
