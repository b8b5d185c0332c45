import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export const saveLogSweep = (tx: Tx, sweep: { sweptAt: Temporal.Instant; erased: number; kept: number }) =>
  tx.run(
    sql`insert into log_sweeps (swept_at, files_erased, files_kept) values (${sweep.sweptAt}, ${sweep.erased}, ${sweep.kept})`,
  )

export type LogSweepRow = { swept_at: Temporal.Instant; files_erased: number; files_kept: number }

export const latestLogSweep = (reader: Reader) =>
  reader.maybeRow<LogSweepRow>(
    sql`select swept_at, files_erased, files_kept from log_sweeps order by swept_at desc limit 1`,
  )
