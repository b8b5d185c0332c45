import type { Tx } from '#platform/db/database.ts'
import { identifier, sql } from '#platform/db/sql.ts'
import type { SealedPlace } from './sealed-places.ts'

export type KeyRow = { person_id: string; epoch: number; wrapped: Buffer }

export const keysBelow = (tx: Tx, epoch: number, limit: number) =>
  tx.rows<KeyRow>(sql`
    select person_id, epoch, wrapped from person_keys where epoch < ${epoch} and wrapped is not null
    order by person_id limit ${limit} for update`)

export const saveKeys = (tx: Tx, keys: readonly { personId: string; wrapped: Buffer; epoch: number }[]) =>
  tx.run(sql`
    update person_keys k set wrapped = given.wrapped, epoch = given.epoch
    from unnest(${keys.map((one) => one.personId)}::uuid[], ${keys.map((one) => one.wrapped)}::bytea[], ${keys.map((one) => one.epoch)}::integer[])
      as given (person_id, wrapped, epoch)
    where k.person_id = given.person_id and k.wrapped is not null`)

export type SealedRow = { key: Buffer | string; sealed: Buffer }

const id = identifier

/** Values that the platform sealed: their first four bytes are the epoch. */
export const sealedBelow = (tx: Tx, { table, key, column }: SealedPlace, epoch: number, limit: number) =>
  tx.rows<SealedRow>(sql`
    select ${id(key)} as key, ${id(column)} as sealed from ${id(table)}
    where ${id(column)} is not null and substring(${id(column)} from 1 for 4) < int4send(${epoch}) order by ${id(key)} limit ${limit} for update`)

export const saveSealed = (tx: Tx, { table, key, column }: SealedPlace, row: SealedRow) =>
  tx.run(sql`update ${id(table)} set ${id(column)} = ${row.sealed} where ${id(key)} = ${row.key}`)

/** Whoever is sealing finishes first; whoever comes after finds the epochs retired. */
export async function holdWriters(tx: Tx, tables: readonly string[]): Promise<void> {
  for (const table of tables) await tx.run(sql`lock table ${id(table)} in share row exclusive mode`)
}

export const retire = (tx: Tx, epochs: readonly number[]) =>
  tx.run(sql`insert into retired_epochs (epoch) select unnest(${epochs}::integer[]) on conflict do nothing`)
