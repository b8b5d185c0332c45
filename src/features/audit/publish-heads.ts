import type { Temporal } from '#kernel/time.ts'
import { headsFileIn, type Occasion, state } from '#platform/audit-heads/statement.ts'
import type { Database } from '#platform/db/database.ts'
import { endsOfLinks } from './audit.sql.ts'

export type Publishing = {
  readonly database: Database
  readonly dataFolder: string
  readonly auditKeyFile: string
  readonly now: () => Temporal.Instant
}

/** Says, signed and outside the database, where the chains end now. */
export async function publishHeads(to: Publishing, because: Occasion): Promise<void> {
  const heads = await to.database.transaction({ kind: 'system' }, endsOfLinks)
  await state(headsFileIn(to.dataFolder), to.auditKeyFile, { at: to.now().toString(), because, heads })
}
