import { personKeysFor } from '#features/patients/index.ts'
import type { Id } from '#kernel/ids.ts'
import { open, openBytes } from '#platform/crypto/field.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import type { PersonKey } from '#platform/crypto/person-key.ts'
import type { Reader } from '#platform/db/database.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, sendFile, show } from '#platform/http/answer.ts'
import { type Permit, userOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { retentionTexts } from './retention.texts.ts'
import {
  confirmReceipt,
  type EnclosureRow,
  enclosuresToHandOver,
  handoverOf,
  notesToHandOver,
  noteTaken,
  waitingHandovers,
} from './take-over-journal.sql.ts'
import { handoversView } from './take-over-journal.view.tsx'

/** The journals that a clinic must take over before they are erased here. */
export const listHandovers = action({
  at: routes.handover.list,
  asks: 'handover.list',
  touches: [],
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
  touches: ['health.course', 'business-contact'],
  load: ({ params, reader }) => handoverOf(reader, params.caseId as Id<'case'>),
  facts: (found) => ({ organisationId: found.clinic_id, caseId: found.case_id }),
  async run({ tx, found, services, now, record }) {
    const { entries, received, personId } = await wholeJournal(tx, services.keyring, found.case_id)
    await noteTaken(tx, found.case_id, now)
    record({ viewed: personId ? [{ personId, caseId: found.case_id }] : [] })
    const bytes = new TextEncoder().encode(
      JSON.stringify({ caseId: found.case_id, handedOverAt: now.toString(), entries, received }, null, 2),
    )
    return sendFile({ bytes, contentType: 'application/json', name: `journal-${found.case_id}.json` })
  },
})

/** The notes, and what the clinic had received of a referral that is erased by now. */
async function wholeJournal(reader: Reader, keyring: Keyring, caseId: Id<'case'>) {
  const notes = await notesToHandOver(reader, caseId)
  const enclosures = await enclosuresToHandOver(reader, caseId)
  const [personId] = [...notes, ...enclosures].map((row) => row.person_id)
  const key = personId && (await personKeysFor(reader, keyring, [personId])).get(personId)
  if (!key) return { entries: [], received: [], personId }
  const entries = notes.map((note) => ({
    writtenAt: note.written_at.toString(),
    writtenBy: note.written_by_name,
    text: open(key, 'course_notes.text', note.text_sealed),
  }))
  return { entries, received: enclosures.map((row) => enclosureIn(key, row)), personId }
}

const enclosureIn = (key: PersonKey, { field, name_sealed, content_sealed, entered_at }: EnclosureRow) => ({
  enteredAt: entered_at.toString(),
  ...(field
    ? { field, text: open(key, `case_details.${field}`, content_sealed) }
    : {
        file: name_sealed && open(key, 'attachments.name', name_sealed),
        base64: openBytes(key, 'attachments.content', content_sealed).toString('base64'),
      }),
})

/** The clinic's receipt. From here on the journal is the clinic's alone. */
export const confirmHandover = action({
  at: routes.handover.confirm,
  asks: 'handover.confirm',
  touches: [],
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
