import { dayOf } from '#kernel/time.ts'
import type { Action } from '#platform/http/action.ts'
import type { JobTask } from '#platform/jobs/worker.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { PolicyModel } from '#policy/model.ts'
import { countDaysBefore } from './day-counts.sql.ts'
import { viewOversight } from './view-oversight.ts'

export { countDaysBefore } from './day-counts.sql.ts'
export { oversightCatalogue } from './oversight.data.ts'

export const oversightActions = (models: readonly PolicyModel[]): readonly Action[] => [viewOversight(models)]

export const oversightTasks = ({ database, now }: WorkerServices): Readonly<Record<string, JobTask>> => ({
  'count-days': async () => {
    await database.transaction({ kind: 'system' }, (tx) => countDaysBefore(tx, dayOf(now())))
  },
})

/** Before the sweep of the night takes anything away; nights that were missed are counted at the next. */
export const oversightTimetable = ['5 1 * * * count-days ?fill=1d']
