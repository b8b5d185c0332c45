import type { RecordLine } from '#policy/article30.ts'

const byteOrderMark = '\ufeff'

/** Semicolons and a byte order mark: what a Danish spreadsheet opens right. Cells that look like formulas are disarmed. */
export function article30Csv(lines: readonly RecordLine[]): Uint8Array {
  const [first] = lines
  const heads = first ? Object.keys(first) : []
  const rows = lines.map((line) =>
    Object.values(line).map((cell) => (typeof cell === 'string' ? cell : cell.join(', '))),
  )
  return new TextEncoder().encode(byteOrderMark + [heads, ...rows].map((row) => row.map(quoted).join(';')).join('\r\n'))
}

const quoted = (cell: string) => `"${(/^[=+\-@]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`
