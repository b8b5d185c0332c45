/** Rows as Danish spreadsheets open them by a double click: a UTF-8 mark, semicolons, CRLF (RFC 4180 quoting). */
export const writeSheet = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(`\ufeff${rows.map((cells) => `${cells.map(quoted).join(';')}\r\n`).join('')}`, 'utf8')

const quoted = (cell: string) => (/[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
