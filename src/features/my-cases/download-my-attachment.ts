import { attachmentOf, openAttachment } from '#features/cases/index.ts'
import { personKeyFor } from '#features/patients/index.ts'
import { readId } from '#kernel/ids.ts'
import { action } from '#platform/http/action.ts'
import { sendFile } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { factsOfMyCase, findMyCase } from './found-my-case.ts'

/** A file that the insurer attached to the case, for the person it is about. */
export const downloadMyAttachment = action({
  at: routes.my.attachment,
  asks: 'my-case.view',
  touches: ['health.referral'],
  async load(visit) {
    const [found, id] = [await findMyCase(visit), readId<'attachment'>(visit.params.attachmentId)]
    const attachment = found && id && (await attachmentOf(visit.reader, found.id, id))
    return found && attachment ? { found, attachment } : null
  },
  facts: ({ found, attachment }) => ({ ...factsOfMyCase(found), object: { type: 'attachment', id: attachment.id } }),
  async run({ tx, found: { found, attachment }, services: { keyring } }) {
    return sendFile(openAttachment(await personKeyFor(tx, keyring, found.person_id), attachment))
  },
})
