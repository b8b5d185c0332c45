import { personKeysFor } from '#features/patients/index.ts'
import type { Id } from '#kernel/ids.ts'
import { open } from '#platform/crypto/field.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, sendFile, show } from '#platform/http/answer.ts'
import { type Permit, userOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { retentionTexts } from './retention.texts.ts'
import { confirmReceipt, handoverOf, notesToHandOver, noteTaken, waitingHandovers } from './take-over-journal.sql.ts'
import { handoversView } from './take-over-journal.view.tsx'

/** The journals that a clinic must take over before they are erased here. */
export const listHandovers = action({
  at: routes.handover.list,
  asks: 'handover.list',
  notices: { da: retentionTexts.da.handoverNotices, en: retentionTexts.en.handoverNotices },
  async run({ page, tx, permit, record }) {
    const waiting = await waitingHandovers(tx)
    record({ viewed: [] })
    return show(handoversView(page, waiting, { mayTell: answersForJournals(permit) }))
  },
})

const answersForJournals = ({ actor }: Permit) => actor.kind === 'staff' && actor.roles.includes('administrator')

/** The clinic's own notes as a file for its record system: structured, dated, with who wrote. */
export const takeJournal = action({
  at: routes.handover.take,
  asks: 'handover.take',
  load: ({ params, reader }) => handoverOf(reader, params.caseId as Id<'case'>),
  facts: (found) => ({ organisationId: found.clinic_id, caseId: found.case_id }),
  async run({ tx, found, services, now, record }) {
    const notes = await notesToHandOver(tx, found.case_id)
    const keys = await personKeysFor(
      tx,
      services.keyring,
      notes.map((note) => note.person_id),
    )
    const entries = notes.flatMap((note) => {
      const key = keys.get(note.person_id)
      return key
        ? [
            {
              writtenAt: note.written_at.toString(),
              writtenBy: note.written_by_name,
              text: open(key, 'course_notes.text', note.text_sealed),
            },
          ]
        : []
    })
    await noteTaken(tx, found.case_id, now)
    record({ viewed: notes.slice(0, 1).map((note) => ({ personId: note.person_id, caseId: found.case_id })) })
    const bytes = new TextEncoder().encode(
      JSON.stringify({ caseId: found.case_id, handedOverAt: now.toString(), entries }, null, 2),
    )
    return sendFile({ bytes, contentType: 'application/json', name: `journal-${found.case_id}.json` })
  },
})

/** The clinic's receipt. From here on the journal is the clinic's alone. */
export const confirmHandover = action({
  at: routes.handover.confirm,
  asks: 'handover.confirm',
  load: ({ params, reader }) => handoverOf(reader, params.caseId as Id<'case'>),
  facts: (found) => ({ organisationId: found.clinic_id, caseId: found.case_id }),
  async run({ tx, permit, found, page, now }) {
    const confirmed = await confirmReceipt(tx, { caseId: found.case_id, by: userOf(permit), now })
    if (confirmed === 0)
      return show(
        handoversView(page, await waitingHandovers(tx), { takeFirst: true, mayTell: answersForJournals(permit) }),
        409,
      )
    return seeOther(routes.handover.list.href({}, { notice: 'received' }))
  },
})
