import { writeSheet } from '#platform/sheet/write-sheet.ts'
import type { RecordLine } from '#policy/article30.ts'

/** One row for each activity, under the names of its fields. */
export function article30Csv(lines: readonly RecordLine[]): Uint8Array {
  const [first] = lines
  const heads = first ? Object.keys(first) : []
  const rows = lines.map((line) =>
    Object.values(line).map((cell) => (typeof cell === 'string' ? cell : cell.join(', '))),
  )
  return writeSheet([heads, ...rows])
}
