import type { TestClock } from '#tests/harness/clock.ts'

export type FileRow = Readonly<Record<string, string>>

/** A row of a CSV import that is in order; `changes` are by heading. Each number gives another person and case. */
export const fileRow = (clock: TestClock, number: number, changes: FileRow = {}): FileRow => {
  const today = clock.now().toZonedDateTimeISO('Europe/Copenhagen').toPlainDate()
  return {
    sagsnummer: `FIL-${number}`,
    cpr: testCpr(number),
    navn: `Prøve Eksempelsen ${number}`,
    telefon: '12 34 56 78',
    email: `nr${number}@example.dk`,
    postnummer: '8000',
    behandling: 'Fysioterapi',
    behandlinger: '6',
    'gyldig fra': today.toString(),
    'gyldig til': today.add({ days: 90 }).toString(),
    klinikker: 'alle',
    samtykke: 'ja',
    samtykkedato: today.toString(),
    samtykkemåde: 'mundtligt',
    gener: 'Ondt i lænden',
    'hvor på kroppen': 'Lænd',
    ...changes,
  }
}

/** Born from 1960 on, one a day, with a fixed serial: the dates exist, the persons do not. */
function testCpr(number: number): string {
  const day = new Date(Date.UTC(1960, 0, 1 + (number % 14_000)))
  const two = (value: number) => `${value}`.padStart(2, '0')
  return `${two(day.getUTCDate())}${two(day.getUTCMonth() + 1)}${two(day.getUTCFullYear() % 100)}-${1000 + Math.floor(number / 14_000)}`
}

/** The rows as a file, with every heading that one of them has. */
export function fileOf(rows: readonly FileRow[], separator = ';'): string {
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator)
  return `${[headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ''))].map(line).join('\r\n')}\r\n`
}

export const csv = (content: string | Uint8Array<ArrayBuffer>) => new File([content], 'sager.csv', { type: 'text/csv' })
