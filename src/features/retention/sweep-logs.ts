import type { Temporal } from '#kernel/time.ts'
import type { Database } from '#platform/db/database.ts'
import { sweepAccessLogs } from '#platform/log/sweep-access-logs.ts'
import type { PolicyModel } from '#policy/model.ts'
import { saveLogSweep } from './sweep-logs.sql.ts'

type LogSweep = {
  readonly database: Database
  readonly folder: string
  readonly now: () => Temporal.Instant
  /** Of all sites: they write one log. */
  readonly models: readonly PolicyModel[]
}

/** Erases access logs that are too old by the policy and writes down that it happened (T6.3). Each process does so for its own folder. */
export const sweepLogs = ({ database, folder, now, models }: LogSweep) =>
  sweepAccessLogs(folder, now(), {
    keepDays: logDaysOf(models),
    record: ({ sweptAt, erased, keptCount }) =>
      database.transaction({ kind: 'system' }, async (tx) => {
        await saveLogSweep(tx, { sweptAt, erased: erased.length, kept: keptCount })
      }),
  })

/**
 * The days that technical data may lie here, as the policies say; the shortest counts. What a third party keeps is its own. Throws when a
 * site says nothing of them.
 */
export const logDaysOf = (models: readonly PolicyModel[]): number => Math.min(...models.map(daysOn))

function daysOn({ activities, thirdParties, site }: PolicyModel): number {
  const elsewhere = new Set(thirdParties.map(({ activity }) => activity))
  const days = activities
    .filter(({ id, data }) => data.includes('technical') && !elsewhere.has(id))
    .map(({ retention }) => Number(/^P(\d+)D$/.exec(retention.maximum.period)?.[1]))
  if (days.length === 0 || !days.every(Number.isInteger))
    throw new Error(`The policy of ${site} does not say in days how long logs are kept`)
  return Math.min(...days)
}
