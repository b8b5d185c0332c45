import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import type { AttachmentKind } from '#platform/storage/attachment.ts'

type NewAttachment = {
  id: Id<'attachment'>
  caseId: Id<'case'>
  personId: Id<'person'>
  kind: AttachmentKind
  name: Buffer
  content: Buffer
  sizeBytes: number
  organisationId: Id<'organisation'>
  uploadedBy: Id<'user'> | null
}

export const saveAttachment = (tx: Tx, a: NewAttachment) =>
  tx.run(sql`
    insert into attachments (id, case_id, person_id, kind, name_sealed, content_sealed, size_bytes, uploaded_by_organisation, uploaded_by)
    values (${a.id}, ${a.caseId}, ${a.personId}, ${a.kind}, ${a.name}, ${a.content}, ${a.sizeBytes}, ${a.organisationId}, ${a.uploadedBy})`)

/** Checked at the commit otherwise, when nobody can be told any more what was wrong. */
export const checkConsentNow = (tx: Tx) => tx.run(sql`set constraints no_referral_after_withdrawal immediate`)

export type AttachmentRow = {
  id: Id<'attachment'>
  kind: AttachmentKind
  name_sealed: Buffer
  size_bytes: number
  uploaded_at: Temporal.Instant
}

/** What is attached to a case, without the contents. */
export const attachmentsOf = (reader: Reader, caseId: Id<'case'>) =>
  reader.rows<AttachmentRow>(sql`
    select id, kind, name_sealed, size_bytes, uploaded_at from attachments where case_id = ${caseId} order by uploaded_at, id`)

export type SealedAttachment = {
  id: Id<'attachment'>
  case_id: Id<'case'>
  person_id: Id<'person'>
  insurer_id: Id<'organisation'>
  consent_withdrawn: boolean
  kind: AttachmentKind
  name_sealed: Buffer
  content_sealed: Buffer
}

/** One attachment with its content, if the asker may know of it. */
export const attachmentOf = (reader: Reader, caseId: Id<'case'>, attachmentId: Id<'attachment'>) =>
  reader.maybeRow<SealedAttachment>(sql`
    select a.id, a.case_id, a.person_id, c.insurer_id, consent_is_withdrawn(c.id) as consent_withdrawn, a.kind, a.name_sealed, a.content_sealed
    from attachments a join cases c on c.id = a.case_id where a.case_id = ${caseId} and a.id = ${attachmentId}`)
