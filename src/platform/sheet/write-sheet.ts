/** Rows as Danish spreadsheets open them by a double click: a UTF-8 mark, semicolons, CRLF (RFC 4180 quoting). No cell comes alive as a formula. */
export const writeSheet = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(
    `\ufeff${rows.map((cells) => `${cells.map((cell) => quoted(disarmed(cell))).join(';')}\r\n`).join('')}`,
    'utf8',
  )

/** What a spreadsheet would read as a formula or a command, also behind blanks, also in wide letters; and the same already disarmed. */
const formula = /^'*\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/u

/** A cell that a spreadsheet takes for text (OWASP: CSV injection). */
export const disarmed = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell)

/** The cell as it was before it was disarmed, for a sheet that comes back. */
export const rearmed = (cell: string): string => (cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell)

const quoted = (cell: string) => (/[;"\r\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
