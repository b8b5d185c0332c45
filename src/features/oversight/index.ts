import { dayOf } from '#kernel/time.ts'
import type { Action } from '#platform/http/action.ts'
import { type AskedTasks, askFirst } from '#platform/jobs/ask-first.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { Gate } from '#policy/gate.ts'
import type { PolicyModel } from '#policy/model.ts'
import { countDaysBefore } from './day-counts.sql.ts'
import { viewOversight } from './view-oversight.ts'

export { countDaysBefore } from './day-counts.sql.ts'
export { oversightCatalogue } from './oversight.data.ts'

export const oversightActions = (models: readonly PolicyModel[]): readonly Action[] => [viewOversight(models)]

export const oversightTasks = (services: WorkerServices, gate: Gate): AskedTasks => {
  const { database, now } = services
  return askFirst(services, gate, {
    'count-days': {
      asks: 'oversight.count',
      touchesNobody: true,
      perform: async () => {
        await database.transaction({ kind: 'system' }, (tx) => countDaysBefore(tx, dayOf(now())))
      },
    },
  })
}

/** Before the sweep of the night takes anything away; nights that were missed are counted at the next. */
export const oversightTimetable = ['5 1 * * * count-days ?fill=1d']
