import type { Id } from '#kernel/ids.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

type NewPerson = { id: string; cprIndex: Buffer; cprSealed: Buffer; epoch: number; wrapped: Buffer }

/** The person with this CPR index: the one there is, or the one given. */
export const ensurePerson = (tx: Tx, { id, cprIndex, cprSealed, epoch, wrapped }: NewPerson) =>
  tx.row<{ id: Id<'person'>; epoch: number; wrapped: Buffer | null }>(
    sql`select id, epoch, wrapped from ensure_person(${id}, ${cprIndex}, ${cprSealed}, ${epoch}, ${wrapped})`,
  )

export const wrappedKeyOf = (reader: Reader, personId: Id<'person'>) =>
  reader.maybeRow<{ epoch: number; wrapped: Buffer | null }>(
    sql`select epoch, wrapped from person_keys where person_id = ${personId}`,
  )

export const wrappedKeysOf = (reader: Reader, personIds: readonly Id<'person'>[]) =>
  reader.rows<{ person_id: Id<'person'>; epoch: number; wrapped: Buffer }>(
    sql`select person_id, epoch, wrapped from person_keys where person_id = any (${personIds}::uuid[]) and wrapped is not null`,
  )

export const personByCprIndex = (reader: Reader, cprIndex: Buffer) =>
  reader.maybeRow<{ id: Id<'person'> }>(
    sql`select id from person_with_cpr_index(${cprIndex}) as found (id) where id is not null`,
  )

export const sealedCprOf = (reader: Reader, personId: Id<'person'>) =>
  reader.maybeRow<{ cpr_sealed: Buffer }>(
    sql`select cpr_sealed from persons where id = ${personId} and cpr_sealed is not null`,
  )
