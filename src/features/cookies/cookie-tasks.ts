import type { JobTask } from '#platform/jobs/worker.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { PolicyModel } from '#policy/model.ts'
import { longestAfter } from '#policy/retention.ts'
import { eraseChoicesOlderThan } from './cookies.sql.ts'

/** The task of this feature: `erase-old-cookie-choices` runs every night. */
export const cookieTasks = (
  { database, now }: WorkerServices,
  model: PolicyModel,
): Readonly<Record<string, JobTask>> => ({
  'erase-old-cookie-choices': async () => {
    const limit = now().toZonedDateTimeISO('UTC').subtract(longestAfter(model, 'cookies.choose')).toInstant()
    await database.transaction({ kind: 'system' }, (tx) => eraseChoicesOlderThan(tx, model.site, limit))
  },
})

/** Each night, in UTC; a night missed is made up for. */
export const cookieTimetable: readonly string[] = ['40 2 * * * erase-old-cookie-choices ?fill=1d']
