import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

type NewVersion = {
  caseId: Id<'case'>
  field: string
  value: Buffer
  organisationId: Id<'organisation'>
  by: Id<'user'> | null
  now: Temporal.Instant
}

/** A correction is a further version of the value; the earlier ones stay. Tells how many were made: none for a field the case does not have. */
export const saveNewVersion = (tx: Tx, v: NewVersion) =>
  tx.run(sql`
    insert into case_details (case_id, treatment_type, field, version, value_sealed, entered_by_organisation, entered_by, entered_at)
    select d.case_id, d.treatment_type, d.field, max(d.version) + 1, ${v.value}::bytea, ${v.organisationId}, ${v.by}::uuid, ${v.now}::timestamptz
    from case_details d where d.case_id = ${v.caseId} and d.field = ${v.field} group by d.case_id, d.treatment_type, d.field`)

type NewNote = {
  id: string
  clinicId: Id<'organisation'>
  caseId: Id<'case'>
  personId: Id<'person'>
  text: Buffer
  by: Id<'user'> | null
  now: Temporal.Instant
}

/** A journal is corrected by adding to it. Nothing is written once the clinic has lost sight of the case: then its own journal is the place. */
export const saveCorrectingNote = (tx: Tx, n: NewNote) =>
  tx.run(sql`
    insert into course_notes (id, clinic_id, case_id, person_id, text_sealed, written_by, written_at)
    select ${n.id}::uuid, ${n.clinicId}::uuid, ${n.caseId}::uuid, ${n.personId}::uuid, ${n.text}::bytea, ${n.by}::uuid, ${n.now}::timestamptz
    where is_disclosed_to_us(${n.caseId})`)

/** Every clinic that the case was ever handed to, whether it still sees it or not. */
export const recipientsOf = (reader: Reader, caseId: Id<'case'>) =>
  reader.rows<{ id: Id<'organisation'> }>(sql`
    select distinct recipient_id as id from disclosures where case_id = ${caseId} and direction = 'to-clinic'`)

export const saveNotice = (tx: Tx, n: { requestId: string; recipientId: Id<'organisation'>; now: Temporal.Instant }) =>
  tx.run(
    sql`insert into rights_notices (request_id, recipient_id, told_at) values (${n.requestId}, ${n.recipientId}, ${n.now})`,
  )

export const enqueueErasures = (tx: Tx) => tx.run(sql`select enqueue('carry-out-erasures', '{}'::jsonb)`)

type Raising = { requestId: Id<'rights-request'>; caseId: Id<'case'>; now: Temporal.Instant }

/** One notice for each authority that the answering organisation has told of the case (art. 19): those of others are not in its sight. */
export const raiseAuthorityNotices = (tx: Tx, { requestId, caseId, now }: Raising) =>
  tx.run(sql`
    insert into authority_notices (id, request_id, disclosure_id, authority, disclosed_at, raised_at)
    select gen_random_uuid(), ${requestId}::uuid, d.id, d.authority, d.disclosed_at, ${now}::timestamptz from disclosures d
    where d.case_id = ${caseId} and d.direction = 'to-authority' and d.disclosed_by_organisation = current_organisation()`)
