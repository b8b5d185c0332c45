import type { Temporal } from '#kernel/time.ts'
import type { Database } from '#platform/db/database.ts'
import { sweepAccessLogs } from '#platform/log/sweep-access-logs.ts'
import type { PolicyModel } from '#policy/model.ts'
import { saveLogSweep } from './sweep-logs.sql.ts'

type LogSweep = {
  readonly database: Database
  readonly folder: string
  readonly now: () => Temporal.Instant
  readonly model: PolicyModel
}

/** Erases access logs that are too old by the policy and writes down that it happened (T6.3). Each process does so for its own folder. */
export const sweepLogs = ({ database, folder, now, model }: LogSweep) =>
  sweepAccessLogs(folder, now(), {
    keepDays: logDaysOf(model),
    record: ({ sweptAt, erased, keptCount }) =>
      database.transaction({ kind: 'system' }, async (tx) => {
        await saveLogSweep(tx, { sweptAt, erased: erased.length, kept: keptCount })
      }),
  })

/** The days that technical data may lie, as the policy says. Throws when it says nothing of them. */
export function logDaysOf({ activities, site }: PolicyModel): number {
  const technical = activities.find(({ data }) => data.includes('technical'))
  const [, days] = /^P(\d+)D$/.exec(technical?.retention.maximum.period ?? '') ?? []
  if (!days) throw new Error(`The policy of ${site} does not say in days how long logs are kept`)
  return Number(days)
}
