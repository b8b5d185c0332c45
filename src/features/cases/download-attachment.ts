import { personKeyFor } from '#features/patients/index.ts'
import { readId } from '#kernel/ids.ts'
import { action } from '#platform/http/action.ts'
import { sendFile } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { attachmentOf } from './attachments.sql.ts'
import { openAttachment } from './attachments.ts'

/** Opens one attachment and sends it as a download. */
export const downloadAttachment = action({
  at: routes.case.attachment.show,
  asks: 'case.attachment.view',
  async load({ reader, params }) {
    const [caseId, attachmentId] = [readId<'case'>(params.caseId), readId<'attachment'>(params.attachmentId)]
    return caseId && attachmentId && attachmentOf(reader, caseId, attachmentId)
  },
  facts: (found) => ({
    caseId: found.case_id,
    personId: found.person_id,
    organisationId: found.insurer_id,
    consentWithdrawn: found.consent_withdrawn,
    object: { type: 'attachment', id: found.id },
  }),
  async run({ tx, found, services: { keyring } }) {
    return sendFile(openAttachment(await personKeyFor(tx, keyring, found.person_id), found))
  },
})
