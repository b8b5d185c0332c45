/**
 * A file as Danish spreadsheets write it. What it is, is judged by its bytes: UTF-8 with or without a mark, else Windows-1252; parted by
 * semicolons, commas or tabs. Rows come one at a time from small pieces, so that a large file does not hold up everybody else.
 */
import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { CsvError, parse } from 'csv-parse'
import { ok, problem, type Result } from '#kernel/result.ts'
import { rearmed } from '#platform/sheet/write-sheet.ts'

const pieceBytes = 32_768
const marks = { utf8: [0xef, 0xbb, 0xbf], utf16: [0xff, 0xfe], utf16Big: [0xfe, 0xff] } as const

/** The file's text as UTF-8 bytes, or that it is no text. */
export function decodeSheet(bytes: Uint8Array): Result<Buffer, 'not-text'> {
  const begins = (mark: readonly number[]) => mark.every((byte, at) => bytes[at] === byte)
  if (bytes.includes(0) || begins(marks.utf16) || begins(marks.utf16Big)) return problem('not-text')
  const body = begins(marks.utf8) ? bytes.subarray(marks.utf8.length) : bytes
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(body)
    return ok(Buffer.from(body))
  } catch {
    const text = new TextDecoder('windows-1252').decode(body)
    return /(?![\t\n\r])\p{Cc}/u.test(text) ? problem('not-text') : ok(Buffer.from(text, 'utf8'))
  }
}

/** The separator that stands most often in the first line. */
function separatorOf(sheet: Buffer): string {
  const end = sheet.indexOf('\n')
  const head = sheet.subarray(0, end < 0 ? sheet.length : end).toString('utf8')
  const count = (separator: string) => head.split(separator).length
  return [';', ',', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best))
}

/** Thrown at a quote that never ends, or stands where none can. */
export class SheetBroken extends Error {
  override name = 'SheetBroken'
  readonly row: number
  constructor(row: number) {
    super('A row of the sheet cannot be read')
    this.row = row
  }
}

export type SheetRow = { readonly row: number; readonly cells: readonly string[] }

/** The rows with something in them, numbered as a spreadsheet does: the headings are row 1. Throws `SheetBroken`. */
export async function* rowsOf(sheet: Buffer): AsyncGenerator<SheetRow> {
  const parser = Readable.from(piecesOf(sheet)).pipe(
    parse({ delimiter: separatorOf(sheet), relax_column_count: true, max_record_size: 200_000 }),
  )
  let row = 0
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row++
      if (cells.some((cell) => cell.trim() !== '')) yield { row, cells: cells.map(rearmed) }
    }
  } catch (error) {
    throw error instanceof CsvError ? new SheetBroken(row + 1) : error
  }
}

async function* piecesOf(sheet: Buffer) {
  for (let at = 0; at < sheet.length; at += pieceBytes) {
    yield sheet.subarray(at, at + pieceBytes)
    await setImmediate()
  }
}
