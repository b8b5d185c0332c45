import { entryChoices } from '#features/cases/index.ts'
import { newId } from '#kernel/ids.ts'
import { problem, type Result } from '#kernel/result.ts'
import { dayOf } from '#kernel/time.ts'
import { sealForPlatform } from '#platform/crypto/platform-key.ts'
import { emptyForm } from '#platform/html/page.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, sendFile, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { file } from '#platform/http/form-fields.ts'
import { organisationOf, userOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { purposeOf } from './check-import.ts'
import { columnKeys, headingOf, readHeadings } from './import-columns.ts'
import { enqueueTask, saveImport } from './imports.sql.ts'
import { importsTexts } from './imports.texts.ts'
import { decodeSheet, rowsOf, SheetBroken } from './read-sheet.ts'
import { uploadView } from './upload-file.view.tsx'
import { writeSheet } from './write-sheet.ts'

const maxFileBytes = 20_000_000
const maxRows = 25_000
const daysKept = 7

export const showUploadForm = action({
  at: routes.import.form,
  asks: 'import.create',
  run: async ({ tx, page }) => show(uploadView(page, (await entryChoices(tx)).treatments, emptyForm)),
})

/** Takes a file in, sealed, and has it checked. What is wrong with the file as such is told at once. */
export const uploadFile = action({
  at: routes.import.create,
  asks: 'import.create',
  maxBodyBytes: maxFileBytes + 100_000,
  input: form({ file: file({ maxBytes: maxFileBytes }) }),
  again: async ({ tx, page, form: typed }) => uploadView(page, (await entryChoices(tx)).treatments, typed),
  async run({ tx, permit, page, input, now, services, record }) {
    const read = await readSheet(new Uint8Array(await input.file.arrayBuffer()), importsTexts[page.language])
    if (!read.ok) {
      const wrong = { values: {}, errors: read.problem.map((message) => ({ field: 'file', message })) }
      return show(uploadView(page, (await entryChoices(tx)).treatments, wrong), 422)
    }
    const id = newId<'case-import'>()
    await saveImport(tx, {
      id,
      insurerId: organisationOf(permit),
      uploadedBy: userOf(permit),
      at: now,
      rowsTotal: read.value.rows,
      content: sealForPlatform(services.keyring, purposeOf(id), read.value.sheet),
      eraseAt: now.add({ hours: daysKept * 24 }),
    })
    await enqueueTask(tx, 'check-import', id)
    record({ detail: { importId: id, rows: read.value.rows } })
    return seeOther(routes.import.show.href({ importId: id }))
  },
})

type Words = (typeof importsTexts)['da']

async function readSheet(
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

/** All the headings and one invented row. */
export const downloadTemplate = action({
  at: routes.import.template,
  asks: 'import.create',
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
