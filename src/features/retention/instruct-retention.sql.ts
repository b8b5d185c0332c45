import type { Id } from '#kernel/ids.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

/** The organisation's newest instruction, if it has given one. */
export const instructionOf = (reader: Reader, organisationId: Id<'organisation'>) =>
  reader.maybeRow<{ months: number }>(sql`
    select months from retention_instructions where organisation_id = ${organisationId} order by given_at desc limit 1`)

type NewInstruction = { id: string; organisationId: Id<'organisation'>; months: number; givenBy: Id<'user'> | null }

export const saveInstruction = (tx: Tx, { id, organisationId, months, givenBy }: NewInstruction) =>
  tx.run(sql`
    insert into retention_instructions (id, organisation_id, months, given_by) values (${id}, ${organisationId}, ${months}, ${givenBy})`)
