import type pg from 'pg'

export type Row = Readonly<Record<string, unknown>>

/** Inserts many rows with one statement. All rows have the keys of the first; bytes are given as `hex(…)`. */
export async function insertRows(client: pg.ClientBase, table: string, rows: readonly Row[]): Promise<void> {
  if (!rows[0]) return
  const columns = Object.keys(rows[0])
    .map((column) => `"${column}"`)
    .join(', ')
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  )
}

/** Bytes as JSON can carry them to PostgreSQL. */
export const hex = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString('hex')}`
