import type { Temporal } from '#kernel/time.ts'
import type { Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

type PutOff = { readonly task: string; readonly payload: unknown; readonly until: Temporal.Instant }

/** Runs the task later. What the clock asked for has one place in the queue, whatever the hour it was asked for. */
export function putOff(tx: Tx, { task, payload, until }: PutOff) {
  const { _cron: byClock, ...rest } = (payload ?? {}) as Readonly<Record<string, unknown>>
  const key = byClock ? `after-maintenance:${task}` : null
  return tx.run(sql`select put_off(${task}, ${JSON.stringify(rest)}::jsonb, ${until}::timestamptz, ${key})`)
}

/** What waits for the end of maintenance need not wait any longer; where other maintenance goes on, it puts itself off again. */
export const resumePutOff = (tx: Tx) => tx.run(sql`select resume_put_off()`)
