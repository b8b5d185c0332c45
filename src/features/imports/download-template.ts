import { dayOf } from '#kernel/time.ts'
import { action } from '#platform/http/action.ts'
import { sendFile } from '#platform/http/answer.ts'
import { writeSheet } from '#platform/sheet/write-sheet.ts'
import { routes } from '#src/routes.ts'
import { columnKeys, headingOf } from './import-columns.ts'

/** All the headings and one invented row. */
export const downloadTemplate = action({
  at: routes.import.template,
  asks: 'import.create',
  touches: [],
  async run({ now }) {
    const today = dayOf(now)
    const day = (date: typeof today) => [date.day, date.month].map((part) => `${part}`.padStart(2, '0')).join('.')
    const until = today.add({ months: 3 })
    const example: Readonly<Record<string, string>> = {
      'case-number': 'EKSEMPEL-1',
      cpr: '020160-9996',
      name: 'Ana Prøvesen',
      phone: '12 34 56 78',
      email: 'ana@example.dk',
      postcode: '8000',
      treatment: 'Fysioterapi',
      sessions: '6',
      'valid-from': `${day(today)}.${today.year}`,
      'valid-until': `${day(until)}.${until.year}`,
      clinics: 'alle',
      consent: 'ja',
      'consented-on': `${day(today)}.${today.year}`,
      means: 'mundtligt',
      complaint: 'Ondt i lænden',
      'body-part': 'Lænd',
    }
    const rows = [columnKeys.map(headingOf), columnKeys.map((key) => example[key] ?? '')]
    return sendFile({ bytes: writeSheet(rows), contentType: 'text/csv; charset=utf-8', name: 'skabelon.csv' })
  },
})
