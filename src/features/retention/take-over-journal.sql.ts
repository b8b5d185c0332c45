import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type HandoverRow = {
  case_id: Id<'case'>
  clinic_id: Id<'organisation'>
  offered_at: Temporal.Instant
  taken_at: Temporal.Instant | null
}

/** Journals that wait to be taken over, the oldest offer first. */
export const waitingHandovers = (reader: Reader) =>
  reader.rows<HandoverRow>(sql`
    select case_id, clinic_id, offered_at, taken_at from journal_handovers where received_at is null order by offered_at, case_id limit 200`)

export const handoverOf = (reader: Reader, caseId: Id<'case'>) =>
  reader.maybeRow<HandoverRow>(sql`
    select case_id, clinic_id, offered_at, taken_at from journal_handovers where case_id = ${caseId} and received_at is null`)

export type NoteRow = {
  id: string
  person_id: Id<'person'>
  text_sealed: Buffer
  written_by_name: string | null
  written_at: Temporal.Instant
}

/** What this clinic wrote about the case, in the order of writing. */
export const notesToHandOver = (reader: Reader, caseId: Id<'case'>) =>
  reader.rows<NoteRow>(sql`
    select n.id, n.person_id, n.text_sealed, u.name as written_by_name, n.written_at
    from course_notes n left join users u on u.id = n.written_by where n.case_id = ${caseId} order by n.written_at, n.id`)

export type EnclosureRow = {
  person_id: Id<'person'>
  /** A field of the referral; null for a file. */
  field: string | null
  name_sealed: Buffer | null
  content_sealed: Buffer
  entered_at: Temporal.Instant
}

/** What this clinic had received of a referral that was erased since: it belongs to its journal. */
export const enclosuresToHandOver = (reader: Reader, caseId: Id<'case'>) =>
  reader.rows<EnclosureRow>(sql`
    select person_id, field, name_sealed, content_sealed, entered_at from journal_enclosures
    where case_id = ${caseId} order by field nulls last, entered_at, id`)

export const noteTaken = (tx: Tx, caseId: Id<'case'>, now: Temporal.Instant) =>
  tx.run(sql`update journal_handovers set taken_at = ${now} where case_id = ${caseId} and taken_at is null`)

/** Tells how many were confirmed: none when the journal has not been taken yet. */
export const confirmReceipt = (tx: Tx, receipt: { caseId: Id<'case'>; by: Id<'user'> | null; now: Temporal.Instant }) =>
  tx.run(sql`
    update journal_handovers set received_at = ${receipt.now}, received_by = ${receipt.by}
    where case_id = ${receipt.caseId} and taken_at is not null and received_at is null`)
