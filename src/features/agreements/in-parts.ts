import type { Tx } from '#platform/db/database.ts'
import type { Carrying } from './note-ending.ts'

/** How many rows one transaction of the job takes: others never wait long for what it holds. */
export const rowsATransaction = 25

/** A few in each transaction, until there are fewer. Tells how many there were. */
export async function inParts({ services }: Carrying, part: (tx: Tx) => Promise<number>): Promise<number> {
  let all = 0
  for (;;) {
    const some = await services.database.transaction({ kind: 'system' }, part)
    all += some
    if (some < rowsATransaction) return all
  }
}
