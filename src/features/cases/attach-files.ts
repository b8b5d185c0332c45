import { personKeyFor } from '#features/patients/index.ts'
import { type Tx, violatedConstraint } from '#platform/db/database.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { fileList } from '#platform/http/form-fields.ts'
import { routes } from '#src/routes.ts'
import { checkConsentNow } from './attachments.sql.ts'
import { attachmentLimits, attachmentsBodyBytes, judgeFiles, saveAttachments } from './attachments.ts'
import { factsOfCase, findOwnCase } from './found-case.ts'
import { readWholeCase } from './read-case.ts'
import { showCaseTexts } from './show-case.texts.ts'
import { showCaseView } from './show-case.view.tsx'

/** Adds files to a case. A clinic that the case is disclosed to sees them at once. */
export const attachFiles = action({
  at: routes.case.attachment.create,
  asks: 'case.attach',
  maxBodyBytes: attachmentsBodyBytes,
  load: findOwnCase,
  facts: factsOfCase,
  input: form({ attachments: fileList({ ...attachmentLimits, min: 1 }) }),
  again: async ({ tx, page, found, form: sent, services: { keyring } }) =>
    showCaseView(page, await readWholeCase(tx, keyring, found), { form: sent, mayChange: true }),
  async run({ tx, permit, page, found, input, language, services: { keyring }, record }) {
    const refuse = async (message: string) => {
      const wrong = { values: {}, errors: [{ field: 'attachments', message }] }
      return show(showCaseView(page, await readWholeCase(tx, keyring, found), { form: wrong, mayChange: true }), 422)
    }
    const files = await judgeFiles(input.attachments)
    if (!files.ok) return refuse(files.problem[language])
    const key = await personKeyFor(tx, keyring, found.person_id)
    const saved = await attachWithConsent(tx, () =>
      saveAttachments(tx, permit, { caseId: found.id, personId: found.person_id, key }, files.value),
    )
    if (!saved) return refuse(showCaseTexts[language].withdrawnMeanwhile)
    record({ detail: { attachments: files.value.length } })
    return seeOther(routes.case.show.href({ caseId: found.id }, { notice: 'attached' }))
  },
})

/** False when the consent that the referral rests on was withdrawn while the files came. */
async function attachWithConsent(tx: Tx, attach: () => Promise<void>): Promise<boolean> {
  try {
    await tx.attempt(async () => {
      await attach()
      await checkConsentNow(tx)
    })
    return true
  } catch (error) {
    if (violatedConstraint(error) === 'no_referral_after_withdrawal') return false
    throw error
  }
}
