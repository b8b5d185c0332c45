import type { Reader } from './database.ts'
import { sql } from './sql.ts'

/** Every column of our own tables as `table.column`; the record of applied migrations is no table of the product. */
export const existingColumns = (reader: Reader) =>
  reader.rows<{ name: string }>(sql`
    select t.relname || '.' || a.attname as name
    from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and t.relname <> 'schema_migrations'
    order by name`)
