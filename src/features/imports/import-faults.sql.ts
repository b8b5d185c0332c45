import type { Id } from '#kernel/ids.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import type { Fault } from './read-row.ts'

export type FaultRow = {
  row_number: number
  column_key: Fault['column']
  problem: Fault['problem']
  other_row: number | null
}
export type NewFault = { readonly row: number; readonly fault: Fault }

export const forgetFaults = (tx: Tx, importId: Id<'case-import'>) =>
  tx.run(sql`delete from case_import_errors where import_id = ${importId}`)

export const saveFaults = (
  tx: Tx,
  { importId, insurerId }: { importId: Id<'case-import'>; insurerId: Id<'organisation'> },
  faults: readonly NewFault[],
) =>
  tx.run(sql`
    insert into case_import_errors (import_id, insurer_id, row_number, column_key, problem, other_row)
    select ${importId}, ${insurerId}, row_number, column_key, problem, other_row
    from unnest(${faults.map(({ row }) => row)}::integer[], ${faults.map(({ fault }) => fault.column)}::text[],
      ${faults.map(({ fault }) => fault.problem)}::text[], ${faults.map(({ fault }) => fault.otherRow ?? null)}::integer[])
      as given (row_number, column_key, problem, other_row)
    on conflict do nothing`)

export const countFaults = (reader: Reader, importId: Id<'case-import'>) =>
  reader.row<{ faults: number }>(sql`select count(*) as faults from case_import_errors where import_id = ${importId}`)

export const faultsFrom = (
  reader: Reader,
  importId: Id<'case-import'>,
  { offset, limit }: { offset: number; limit: number },
) =>
  reader.rows<FaultRow>(sql`
    select row_number, column_key, problem, other_row from case_import_errors
    where import_id = ${importId} order by row_number, column_key limit ${limit} offset ${offset}`)
