import { isUtf8 } from 'node:buffer'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

/** A value as it could have been written: as text, in lower or upper case, in a URL, in JSON, in hexadecimal, in base64 at each alignment. */
export function writingsOf(value: string): Buffer[] {
  const plain = Buffer.from(value, 'utf8')
  const texts = [
    value,
    value.toLowerCase(),
    value.toUpperCase(),
    encodeURIComponent(value),
    JSON.stringify(value).slice(1, -1),
  ]
  const hex = plain.toString('hex')
  const found = [...texts, hex, hex.toUpperCase(), ...base64Of(plain), ...base64Of(plain, 'base64url')]
  return [...new Set(found)].map((text) => Buffer.from(text, 'utf8'))
}

/** Bytes as they are, and as a dump shows them. */
export const writingsOfBytes = (bytes: Buffer): Buffer[] => [
  bytes,
  ...[bytes.toString('hex'), bytes.toString('base64'), bytes.toString('base64url')].map((text) => Buffer.from(text)),
]

/** The characters that stand for these bytes wherever they begin in a longer text; those that share a letter with a neighbour are left off. */
function base64Of(bytes: Buffer, encoding: 'base64' | 'base64url' = 'base64'): string[] {
  return [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString(encoding)
      .replace(/=+$/, '')
    const first = Math.ceil((offset * 8) / 6)
    const last = Math.floor(((offset + bytes.length) * 8) / 6)
    return text.slice(first, last)
  })
}

/** `schema.table.column` of every value that holds one of these writings, in every table that this database has. */
export async function columnsWith(ownerUrl: string, writings: readonly Buffer[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows: columns } = await client.query<{ schema: string; table: string; column: string }>(
      `select n.nspname as schema, t.relname as table, a.attname as column
       from pg_class t join pg_namespace n on n.oid = t.relnamespace join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
       where t.relkind in ('r', 'p', 'm') and n.nspname in ('public', 'graphile_worker') order by 1, 2, a.attnum`,
    )
    // Columns are searched as text, in which bytes stand as hexadecimal.
    const needles = writings
      .filter((writing) => isText(writing))
      .map((writing) => writing.toString('utf8').toLowerCase())
    const found: string[] = []
    for (const { schema, table, column } of columns) {
      const place = [schema, table].map(pg.escapeIdentifier).join('.')
      const value = `lower(t.${pg.escapeIdentifier(column)}::text)`
      const { rowCount } = await client.query(
        `select from ${place} t where exists (select from unnest($1::text[]) needle where strpos(${value}, needle) > 0) limit 1`,
        [needles],
      )
      if (rowCount) found.push(`${schema}.${table}.${column}`)
    }
    return found
  } finally {
    await client.end()
  }
}

const isText = (bytes: Buffer) => isUtf8(bytes) && !bytes.includes(0)

/** The files under a folder that hold one of these writings, changed since `since`. */
export function filesWith(folder: string, writings: readonly Buffer[], since = 0): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) >= since)
    .filter((path) => {
      const content = readFileSync(path)
      return writings.some((writing) => content.includes(writing))
    })
}

/** Every table with a column for a case or a person that holds no row of these. */
export async function tablesWithout(ownerUrl: string, ids: readonly string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows: columns } = await client.query<{ table: string; column: string }>(
      `select c.table_name as table, c.column_name as column from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name in ('case_id', 'person_id') order by 1`,
    )
    const filled = new Set<string>()
    for (const { table, column } of columns) {
      const [name, id] = [table, column].map(pg.escapeIdentifier)
      const { rowCount } = await client.query(`select from ${name} where ${id} = any ($1::uuid[]) limit 1`, [ids])
      if (rowCount) filled.add(table)
    }
    return [...new Set(columns.map(({ table }) => table))].filter((table) => !filled.has(table))
  } finally {
    await client.end()
  }
}
