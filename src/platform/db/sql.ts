import { createHash } from 'node:crypto'
import pg from 'pg'

/**
 * A statement whose text stands in the source as it goes to PostgreSQL, with its values apart from it.
 * Nested statements become part of the text; everything else becomes a parameter, never text.
 * `Row` is the shape that each returned row has.
 */
export type Sql<Row = unknown> = {
  readonly text: string
  readonly values: readonly unknown[]
  readonly row?: (row: Row) => void
}

// Known by having been made here and not by its shape: an object that somebody sent us, with `text` and `values`, is a value like any other.
const made = new WeakSet<object>()

const making = <Row>(statement: Sql<Row>): Sql<Row> => {
  made.add(statement)
  return statement
}

/** True for what the tag below made, and for nothing else. */
export const isSql = (value: unknown): value is Sql => typeof value === 'object' && value !== null && made.has(value)

export function sql<Row = unknown>(strings: TemplateStringsArray, ...inserts: readonly unknown[]): Sql<Row> {
  let text = strings[0]!
  const values: unknown[] = []
  for (const [at, insert] of inserts.entries()) {
    if (isSql(insert)) {
      const shift = values.length
      text += insert.text.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + shift}`)
      values.push(...insert.values)
    } else {
      values.push(insert)
      text += `$${values.length}`
    }
    text += strings[at + 1]!
  }
  return making({ text, values })
}

/** Nothing at all: for the branch of a condition that adds no text. */
export const nothing: Sql = making({ text: '', values: [] })

/** The name of a table, column or sequence as text, quoted. For names that the database's own catalogue gave, never for input. */
export const identifier = (name: string): Sql => making({ text: pg.escapeIdentifier(name), values: [] })

const names = new Map<string, string>()

/** The same text always gets the same name, so PostgreSQL parses and plans it once a connection. */
export function statementName(text: string): string {
  let name = names.get(text)
  if (!name) {
    name = `s${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`
    names.set(text, name)
  }
  return name
}
