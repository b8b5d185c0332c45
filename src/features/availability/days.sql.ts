import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

type Period = { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate }

/** Lays out one practitioner's days anew, after their hours or exceptions have changed. */
export const layOutDays = (tx: Tx, practitionerId: Id<'practitioner'>, { from, until }: Period) =>
  tx.run(sql`select lay_out_days(${practitionerId}, ${from}::date, ${until}::date)`)

/** Lays out the days of everybody who works; tells for how many. As the worker. */
export const layOutEverybodysDays = (tx: Tx, { from, until }: Period) =>
  tx.row<{ laid: number }>(sql`select lay_out_everybodys_days(${from}::date, ${until}::date) as laid`)
