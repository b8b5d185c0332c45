import type { Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { headsOfChains, linksAfter } from './audit.sql.ts'
import type { Head, Link } from './chain.ts'

/** One line of an export (JSONL): a heading, then links, then where each chain ends. */
export type ExportLine =
  | { readonly kind: 'audit-trail'; readonly version: 1; readonly exportedAt: string }
  | ({ readonly kind: 'link' } & Link)
  | ({ readonly kind: 'end' } & Head)

const linksAtATime = 2000

/** The whole trail, line by line with its line break. The reader's transaction must be a snapshot. */
export async function* exportAudit(reader: Reader, now: Temporal.Instant): AsyncGenerator<string> {
  yield line({ kind: 'audit-trail', version: 1, exportedAt: now.toString() })
  let after = { chain: -1, position: 0 }
  for (;;) {
    const rows = await linksAfter(reader, after, linksAtATime)
    for (const row of rows) yield line({ kind: 'link', ...row, at: row.at.toString() })
    const last = rows.at(-1)
    if (!last) break
    after = last
  }
  for (const head of await headsOfChains(reader)) yield line({ kind: 'end', ...head })
}

const line = (value: ExportLine) => `${JSON.stringify(value)}\n`

/** Reads an exported line. Throws when it is none. */
export function readExportLine(text: string): ExportLine {
  const value = JSON.parse(text) as ExportLine
  if (!['audit-trail', 'link', 'end'].includes(value.kind)) throw new Error('This is not a line of an audit export')
  return value
}
