import type { Tx } from '#platform/db/database.ts'
import { identifier, sql } from '#platform/db/sql.ts'

export type TableRow = { name: string; columns: string[]; refersTo: string[] }

/**
 * Every table with the columns that a copy holds: none that the database computes, and no transaction numbers, which mean something in one
 * cluster only (their default puts the restoring transaction in their place).
 */
export const tablesToCopy = (tx: Tx) =>
  tx.rows<TableRow>(sql`
    select t.relname as name,
      array(select a.attname::text from pg_attribute a where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
        and a.attgenerated = '' and a.atttypid <> 'xid8'::regtype order by a.attnum) as columns,
      array(select distinct r.relname::text from pg_constraint c join pg_class r on r.oid = c.confrelid
        where c.conrelid = t.oid and c.contype = 'f' and c.confrelid <> t.oid) as "refersTo"
    from pg_class t where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' order by t.relname`)

export type SequenceRow = { table: string; column: string; next: number }

/** The next number of each numbering column. */
export const sequences = (tx: Tx) =>
  tx.rows<SequenceRow>(sql`
    select t.relname as table, a.attname::text as column,
      coalesce(pg_sequence_last_value(pg_get_serial_sequence(quote_ident(t.relname), a.attname)::regclass) + 1, 1) as next
    from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attidentity <> ''
    where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' order by 1, 2`)

export const setSequence = (tx: Tx, { table, column, next }: SequenceRow) =>
  tx.run(sql`select setval(pg_get_serial_sequence(quote_ident(${table}), ${column}), ${next}, false)`)

export const beginSnapshot = (tx: Tx) => tx.run(sql`begin transaction isolation level repeatable read, read only`)
export const begin = (tx: Tx) => tx.run(sql`begin`)
export const commit = (tx: Tx) => tx.run(sql`commit`)
export const rollback = (tx: Tx) => tx.run(sql`rollback`)

export type MigrationRow = { file: string; checksum: string }
export const migrationsOf = (tx: Tx) =>
  tx.rows<MigrationRow>(sql`select file, checksum from schema_migrations order by file`)

/** The epochs that anybody's key lies under. */
export const keyEpochs = async (tx: Tx) =>
  (
    await tx.rows<{ epoch: number }>(
      sql`select distinct epoch from person_keys where wrapped is not null order by epoch`,
    )
  ).map(({ epoch }) => epoch)

export const auditHeads = (tx: Tx) =>
  tx.rows<{ chain: number; length: number; head: string }>(
    sql`select chain, length, encode(head, 'hex') as head from audit_chains order by chain`,
  )

/** True when nobody has been entered yet. What the migrations themselves bring does not count. */
export const isEmpty = async (tx: Tx) =>
  (
    await tx.row<{
      empty: boolean
    }>(sql`select not exists (select from organisations) and not exists (select from persons)
      and not exists (select from audit_events) and not exists (select from leads) as empty`)
  ).empty

/** How many connections of the product, requests and jobs, are open to this database. */
export const productConnections = async (tx: Tx) =>
  (
    await tx.row<{ count: number }>(sql`select count(*) as count from pg_stat_activity
      where datname = current_database() and usename in ('klinikbro_request', 'klinikbro_worker')`)
  ).count

const list = (names: readonly string[]) => names.map(identifier).reduce((before, name) => sql`${before}, ${name}`)
const named = (name: string, columns: readonly string[]) => sql`${identifier(name)} (${list(columns)})`
export const copyOutOf = (name: string, columns: readonly string[]) => sql`copy ${named(name, columns)} to stdout`.text
export const copyInto = (name: string, columns: readonly string[]) => sql`copy ${named(name, columns)} from stdin`.text

export const countRows = async (tx: Tx, name: string) =>
  (await tx.row<{ count: number }>(sql`select count(*) as count from ${identifier(name)}`)).count

/** Makes ready for loading: rules for new rows rest, since old ones kept them when they were new, and what migrations brought goes. */
export async function clearForLoading(tx: Tx, names: readonly string[]): Promise<void> {
  for (const name of names) await tx.run(sql`alter table ${identifier(name)} disable trigger user`)
  await tx.run(sql`truncate ${list(names)}`)
}

export async function endLoading(tx: Tx, names: readonly string[]): Promise<void> {
  for (const name of names) await tx.run(sql`alter table ${identifier(name)} enable trigger user`)
}

/** Times that were kept for somebody who was choosing: the jobs that would have freed them are not brought back. */
export const letGoOfHolds = (tx: Tx) => tx.run(sql`delete from holds`)
