import { problem, type Result } from '#kernel/result.ts'
import { readHeadings } from './import-columns.ts'
import type { importsTexts } from './imports.texts.ts'
import { decodeSheet, rowsOf, SheetBroken } from './read-sheet.ts'

const maxRows = 25_000

type Words = (typeof importsTexts)['da']

/** The sheet and its number of rows, or everything that is wrong with the file as such. */
export async function acceptSheet(
  bytes: Uint8Array,
  t: Words,
): Promise<Result<{ sheet: Buffer; rows: number }, readonly string[]>> {
  const decoded = decodeSheet(bytes)
  if (!decoded.ok) return problem([t.notText])
  let rows = -1
  try {
    for await (const { cells } of rowsOf(decoded.value)) {
      const wrong = rows === -1 ? headingProblems(cells, t) : []
      if (wrong.length > 0) return problem(wrong)
      if (++rows > maxRows) return problem([t.tooManyRows])
    }
  } catch (error) {
    if (error instanceof SheetBroken) return problem([t.broken(error.row)])
    throw error
  }
  return rows < 1 ? problem([t.noRows]) : { ok: true, value: { sheet: decoded.value, rows } }
}

function headingProblems(cells: readonly string[], t: Words): string[] {
  const { missing, unknown, twice } = readHeadings(cells)
  return [
    ...(missing.length > 0 ? [t.missing(missing.join(', '))] : []),
    ...(unknown.length > 0 ? [t.unknown(unknown.join(', '))] : []),
    ...(twice.length > 0 ? [t.twice(twice.join(', '))] : []),
  ]
}
