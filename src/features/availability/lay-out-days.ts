import { dayOf, type Temporal } from '#kernel/time.ts'
import { type AskedTasks, askFirst } from '#platform/jobs/ask-first.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { Gate } from '#policy/gate.ts'
import { layOutEverybodysDays } from './days.sql.ts'

/** So far ahead times can be found and booked. */
const bookableDays = 90

export const bookableUntil = (now: Temporal.Instant): Temporal.PlainDate => dayOf(now).add({ days: bookableDays })

/** `lay-out-days`: each night the days ahead are laid out, so that times can always be found a quarter of a year ahead. */
export const availabilityTasks = (services: WorkerServices, gate: Gate): AskedTasks => {
  const { database, now } = services
  return askFirst(services, gate, {
    'lay-out-days': {
      asks: 'day.lay-out',
      touches: ['business-contact'],
      perform: ({ note }) =>
        database.transaction({ kind: 'system' }, async (tx) => {
          const { laid } = await layOutEverybodysDays(tx, { from: dayOf(now()), until: bookableUntil(now()) })
          if (laid === 0) return 'nothing-done'
          await note(tx, { detail: { practitioners: laid } })
          return 'noted'
        }),
    },
  })
}

/** 01:10 UTC is past midnight in Copenhagen all year; a night missed is made up for. */
export const availabilityTimetable = ['10 1 * * * lay-out-days ?fill=1d'] as const
