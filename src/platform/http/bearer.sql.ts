import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import type { OrganisationKind } from '#policy/actor.ts'

type BearerRow = {
  client_id: Id<'api-client'>
  organisation_id: Id<'organisation'>
  organisation_kind: OrganisationKind
}

/** Finds the machine behind a bearer token and makes its organisation the actor of the transaction. */
export const enterApi = (tx: Tx, tokenHash: Buffer) =>
  tx.maybeRow<BearerRow>(sql`select * from enter_api(${tokenHash})`)
