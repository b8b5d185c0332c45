import pg from 'pg'
import { type Reader, transactionOn } from './database.ts'
import { type FunctionRow, functionsOfSchema, type TableRow, tablesOfSchema } from './schema-catalog.sql.ts'
import { types } from './types.ts'

const heading = `-- The schema that the migrations lead to, written by \`bin/db schema\` for reading and reviewing. It is never run.
-- Order: tables and views by name, each with all that belongs to it; then functions. The job queue's own schema is left out.`

/** The whole of schema public as text, the same for the same migrations. Takes the place of pg_dump, which the embedded PostgreSQL does not bring. */
export async function dumpSchema(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl, types })
  await client.connect()
  try {
    return await describe(transactionOn(client))
  } finally {
    await client.end()
  }
}

async function describe(reader: Reader): Promise<string> {
  const tables = await reader.rows(tablesOfSchema)
  const functions = await reader.rows(functionsOfSchema)
  return `${[heading, ...tables.map(tableText), ...functions.map(functionText)].join('\n\n')}\n`
}

function tableText(table: TableRow): string {
  const { name, kind, columns, constraints, secured } = table
  const body =
    kind === 'view'
      ? `create view ${name} as\n${table.view?.trim()}`
      : `create table ${name} (\n  ${[...columns, ...constraints].join(',\n  ')}\n);`
  const rowSecurity = secured ? [`alter table ${name} enable row level security`] : []
  const rest = [...table.indexes, ...rowSecurity, ...table.policies, ...table.triggers, ...table.grants]
  return [body, ...rest.map((line) => `${line};`)].join('\n')
}

function functionText({ name, definition, mayCall }: FunctionRow): string {
  const grants = mayCall.map((role) => `grant execute on function ${name} to ${role};`)
  return [`${definition.trimEnd()};`, ...grants].join('\n')
}
