import { type AskedTasks, askFirst } from '#platform/jobs/ask-first.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import { sweepAccessLogs } from '#platform/log/sweep-access-logs.ts'
import type { Gate } from '#policy/gate.ts'
import type { PolicyModel } from '#policy/model.ts'
import { saveLogSweep } from './sweep-logs.sql.ts'

type LogSweep = Pick<WorkerServices, 'database' | 'now'> & {
  readonly folder: string
  /** Of all sites: they write one log. */
  readonly models: readonly PolicyModel[]
}

/**
 * `sweep-access-logs` erases access logs that are too old by the policy and writes down that it happened (T6.3). It stands in no queue: each
 * process does so for its own folder.
 */
export const logTasks = ({ database, folder, now, models }: LogSweep, gate: Gate): AskedTasks =>
  askFirst({ database, now }, gate, {
    'sweep-access-logs': {
      asks: 'access-log.erase',
      touches: ['technical'],
      async perform({ note }) {
        const { erased } = await sweepAccessLogs(folder, now(), {
          keepDays: logDaysOf(models),
          record: ({ sweptAt, erased: files, keptCount }) =>
            database.transaction({ kind: 'system' }, async (tx) => {
              await saveLogSweep(tx, { sweptAt, erased: files.length, kept: keptCount })
              if (files.length > 0) await note(tx, { detail: { files: files.length } })
            }),
        })
        return erased.length > 0 ? 'noted' : 'nothing-done'
      },
    },
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
