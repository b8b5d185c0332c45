import { entryChoices } from '#features/cases/index.ts'
import { newId } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import { sealForPlatform } from '#platform/crypto/platform-key.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { file } from '#platform/http/form-fields.ts'
import { organisationOf, userOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { acceptSheet } from './accept-sheet.ts'
import { purposeOf } from './check-import.ts'
import { enqueueTask, saveImport } from './imports.sql.ts'
import { importsTexts } from './imports.texts.ts'
import { uploadView } from './upload-file.view.tsx'

const maxFileBytes = 20_000_000

export const showUploadForm = action({
  at: routes.import.form,
  asks: 'import.create',
  touches: [],
  run: async ({ tx, page, form }) => show(uploadView(page, (await entryChoices(tx)).treatments, form)),
})

/** Takes a file in, sealed, for so long, and has it checked. What is wrong with the file as such is told at once. */
export const uploadFile = (kept: Temporal.Duration) =>
  action({
    at: routes.import.create,
    asks: 'import.create',
    touches: ['contact', 'cpr', 'consent-history', 'health.approval', 'health.referral'],
    maxBodyBytes: maxFileBytes + 100_000,
    input: form({ file: file({ maxBytes: maxFileBytes }) }),
    again: async ({ tx, page, form: typed }) => uploadView(page, (await entryChoices(tx)).treatments, typed),
    async run({ tx, permit, page, input, now, services, record }) {
      const read = await acceptSheet(new Uint8Array(await input.file.arrayBuffer()), importsTexts[page.language])
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
        eraseAt: now.toZonedDateTimeISO('UTC').add(kept).toInstant(),
      })
      await enqueueTask(tx, 'check-import', id)
      record({ detail: { importId: id, rows: read.value.rows } })
      return seeOther(routes.import.show.href({ importId: id }))
    },
  })
