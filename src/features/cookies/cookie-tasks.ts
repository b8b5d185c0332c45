import { Temporal } from '#kernel/time.ts'
import type { JobTask } from '#platform/jobs/worker.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { PolicyModel } from '#policy/model.ts'
import { eraseChoicesOlderThan } from './cookies.sql.ts'

/** The task of this feature: `erase-old-cookie-choices` runs every night. */
export const cookieTasks = (
  { database, now }: WorkerServices,
  model: PolicyModel,
): Readonly<Record<string, JobTask>> => ({
  'erase-old-cookie-choices': async () => {
    const limit = now().toZonedDateTimeISO('UTC').subtract(keptFor(model)).toInstant()
    await database.transaction({ kind: 'system' }, (tx) => eraseChoicesOlderThan(tx, model.site, limit))
  },
})

/** Each night, in UTC; a night missed is made up for. */
export const cookieTimetable: readonly string[] = ['40 2 * * * erase-old-cookie-choices ?fill=1d']

function keptFor({ activities, site }: PolicyModel): Temporal.Duration {
  const asking = activities.find(({ grants }) => grants.some(({ action }) => action === 'cookies.choose'))
  if (!asking) throw new Error(`${site} asks nothing about cookies`)
  return Temporal.Duration.from(asking.retention.maximum.period)
}
