import { dayOf, type Temporal } from '#kernel/time.ts'
import type { JobTask } from '#platform/jobs/worker.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import { layOutEverybodysDays } from './days.sql.ts'

/** So far ahead times can be found and booked. */
const bookableDays = 90

export const bookableUntil = (now: Temporal.Instant): Temporal.PlainDate => dayOf(now).add({ days: bookableDays })

/** `lay-out-days`: each night the days ahead are laid out, so that times can always be found a quarter of a year ahead. */
export const availabilityTasks = ({ database, now }: WorkerServices): Readonly<Record<string, JobTask>> => ({
  'lay-out-days': () =>
    database.transaction({ kind: 'system' }, async (tx) => {
      await layOutEverybodysDays(tx, { from: dayOf(now()), until: bookableUntil(now()) })
    }),
})

/** 01:10 UTC is past midnight in Copenhagen all year; a night missed is made up for. */
export const availabilityTimetable = ['10 1 * * * lay-out-days ?fill=1d'] as const
