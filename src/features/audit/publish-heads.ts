import type { Temporal } from '#kernel/time.ts'
import { headsFileIn, state } from '#platform/audit-heads/statement.ts'
import type { Database } from '#platform/db/database.ts'
import { endsOfLinks, saveStatement } from './audit.sql.ts'

export type Publishing = {
  readonly database: Database
  readonly dataFolder: string
  readonly auditKeyFile: string
  readonly now: () => Temporal.Instant
}

/** Says, signed and outside the database, where the chains end now, and notes in it that this was said. */
export async function publishHeads(to: Publishing, because: 'nightly' | 'shutdown'): Promise<void> {
  const at = to.now()
  const heads = await to.database.transaction({ kind: 'system' }, endsOfLinks)
  await state(headsFileIn(to.dataFolder), to.auditKeyFile, { at: at.toString(), because, heads })
  const links = heads.reduce((sum, { length }) => sum + length, 0)
  await to.database.transaction({ kind: 'system' }, (tx) => saveStatement(tx, { at, because, links }))
}
