import { personKeyFor } from '#features/patients/index.ts'
import { readId } from '#kernel/ids.ts'
import { open, openBytes } from '#platform/crypto/field.ts'
import { action } from '#platform/http/action.ts'
import { sendFile } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { attachmentOfCase } from './course.sql.ts'
import { clinicCaseFacts, findClinicCase } from './course.ts'

const contentTypes = { pdf: 'application/pdf', png: 'image/png', jpeg: 'image/jpeg' } as const

/** A file that the insurer handed over with the case, as a download. */
export const downloadAttachment = action({
  at: routes.clinic.attachment,
  asks: 'clinic-case.attachment.view',
  touches: ['health.referral'],
  async load({ reader, params }) {
    const found = await findClinicCase(reader, params.caseId)
    const id = readId(params.attachmentId)
    const attachment = found && id && (await attachmentOfCase(reader, found.id, id))
    return found && attachment ? { found, attachment } : null
  },
  facts: ({ found, attachment }) => ({
    ...clinicCaseFacts(found),
    object: { type: 'attachment', id: attachment.id },
  }),
  async run({ tx, services, found: { found, attachment } }) {
    const key = await personKeyFor(tx, services.keyring, found.person_id)
    return sendFile({
      bytes: openBytes(key, 'attachments.content', attachment.content_sealed),
      contentType: contentTypes[attachment.kind],
      name: open(key, 'attachments.name', attachment.name_sealed),
    })
  },
})
