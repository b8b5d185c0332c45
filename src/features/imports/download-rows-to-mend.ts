import { dayOf } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { action } from '#platform/http/action.ts'
import { missing, sendFile } from '#platform/http/answer.ts'
import { writeAudit } from '#platform/http/audit.ts'
import { writeSheet } from '#platform/sheet/write-sheet.ts'
import { routes } from '#src/routes.ts'
import { sheetOf } from './check-import.ts'
import { faultText, faultTexts } from './faults.texts.ts'
import { faultHeading, headingOf } from './import-columns.ts'
import { type FaultRow, faultsFrom } from './import-faults.sql.ts'
import { type ImportRow, importById } from './imports.sql.ts'
import { importsTexts } from './imports.texts.ts'
import { rowsOf } from './read-sheet.ts'

const allFaults = { offset: 0, limit: 1_000_000 }

/** Exactly the wrong rows, as they stood in the file, each with what is wrong in a last column. */
export const downloadRowsToMend = action({
  at: routes.import.rowsToMend,
  asks: 'import.view',
  touches: ['contact', 'cpr', 'consent-history', 'health.approval', 'health.referral'],
  load: ({ reader, params }) => importById(reader, params.importId),
  facts: (found) => ({ organisationId: found.insurer_id, object: { type: 'case-import', id: found.id } }),
  async run({ tx, permit, found, page, now, services }) {
    if (found.state !== 'has-errors') return missing
    const sheet = await sheetOf(tx, services.keyring, found.id)
    const rows = await wrongRows(tx, found, { sheet, language: page.language })
    // These rows are people, so the look at them is logged.
    await writeAudit(tx, { permit, result: 'done', now, detail: { rows: rows.length - 1 } })
    const name = `ret-disse-raekker-${dayOf(found.uploaded_at).toString()}.csv`
    return sendFile({ bytes: writeSheet(rows), contentType: 'text/csv; charset=utf-8', name })
  },
})

async function wrongRows(
  reader: Reader,
  { id }: ImportRow,
  { sheet, language }: { sheet: Buffer; language: 'da' | 'en' },
): Promise<(readonly string[])[]> {
  const faults = Map.groupBy(await faultsFrom(reader, id, allFaults), (fault) => fault.row_number)
  const said = (fault: FaultRow) => {
    const column = fault.column_key === 'row' ? faultTexts[language].wholeRow : headingOf(fault.column_key)
    return `${column}: ${faultText(language, { problem: fault.problem, otherRow: fault.other_row })}`
  }
  const rows: (readonly string[])[] = []
  let keep: readonly number[] = []
  for await (const { row, cells } of rowsOf(sheet)) {
    if (rows.length === 0) {
      keep = cells.flatMap((cell, at) => (cell.trim().toLowerCase() === faultHeading ? [] : [at]))
      rows.push([...keep.map((at) => cells[at] ?? ''), faultHeading])
      continue
    }
    const wrong = faults.get(row)
    if (!wrong) continue
    const text = `${importsTexts[language].inRow(row)}. ${wrong.map(said).join(' ')}`
    rows.push([...keep.map((at) => cells[at] ?? ''), text])
  }
  return rows
}
