import pg from 'pg'

/** Every column of our own tables as `table.column`; the record of applied migrations is no table of the product. */
export async function columnsOf(ownerUrl: string): Promise<{ name: string; type: string }[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string; type: string }>(`
      select t.relname || '.' || a.attname as name, format_type(a.atttypid, a.atttypmod) as type
      from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
      where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and t.relname <> 'schema_migrations'
      order by name`)
    return rows
  } finally {
    await client.end()
  }
}
