import type { Sql } from '#platform/db/sql.ts'
import { sql } from '#platform/db/sql.ts'

type Row = Readonly<Record<string, unknown>>
export type Statement = { readonly text: string; readonly values: unknown[] }

/** Rows with the same columns, into any table; what is left out takes its default. */
export function insertInto(table: string, rows: readonly Row[]): Statement {
  const [row] = rows
  if (!row) return { text: 'select', values: [] }
  const columns = Object.keys(row).join(', ')
  return {
    text: `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    values: [JSON.stringify(rows)],
  }
}

/** A look in the trail for each. */
export const appendFor = (looks: readonly { personId: string; caseId: string }[]): Statement => ({
  text: `select append_audit_events('case.view', array(select json_build_object('operation', 'case.view', 'data_subject_id', p, 'case_id', c)::text
    from unnest($1::uuid[], $2::uuid[]) about (p, c)), $1, $2, null)`,
  values: [looks.map(({ personId }) => personId), looks.map(({ caseId }) => caseId)],
})

export const eraseOnRequest = (caseId: string): Sql<{ erased: boolean }> =>
  sql`select erase_case(${caseId}, 'request', null) as erased`

/** Every column of the schema that could hold an id or a text, to look for what should be gone. */
export const searchableColumns = `select c.table_name as "table", c.column_name as "column", c.data_type as type from information_schema.columns c
  join information_schema.tables t using (table_schema, table_name)
  where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type in ('uuid', 'text', 'jsonb', 'bytea') order by 1, 2`

export const rowsWithIds = (table: string, column: string) =>
  `select count(*)::integer as count from ${table} where "${column}" = any ($1::uuid[])`
export const rowsWithText = (table: string, column: string, type: string) =>
  type === 'bytea'
    ? `select count(*)::integer as count from ${table} where position(convert_to($1, 'UTF8') in "${column}") > 0`
    : `select count(*)::integer as count from ${table} where position($1 in "${column}"::text) > 0`
