import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type SessionRequestRow = {
  id: Id<'session-request'>
  case_id: Id<'case'>
  case_number: string
  person_id: Id<'person'>
  insurer_id: Id<'organisation'>
  clinic_id: Id<'organisation'>
  clinic_name: string
  name_sealed: Buffer
  treatment_da: string
  treatment_en: string
  sessions: number
  reason_sealed: Buffer
  requested_by: Id<'user'> | null
  requested_at: Temporal.Instant
  answered_at: Temporal.Instant | null
  granted: number | null
  granted_until: Temporal.PlainDate | null
  refusal_sealed: Buffer | null
  consent_is_live: boolean
}

const requests = sql`
  select r.id, r.case_id, c.case_number, r.person_id, r.insurer_id, r.clinic_id, o.name as clinic_name, p.name_sealed,
    t.name_da as treatment_da, t.name_en as treatment_en, r.sessions, r.reason_sealed, r.requested_by, r.requested_at,
    n.answered_at, a.sessions as granted, a.valid_until as granted_until, n.refusal_sealed,
    exists (select from consent_marks m where m.case_id = r.case_id and consent_is_live(m.id)) as consent_is_live
  from session_requests r
  join cases c on c.id = r.case_id
  join patients p on p.organisation_id = c.insurer_id and p.id = c.patient_id
  join organisations o on o.id = r.clinic_id
  join treatment_types t on t.code = c.treatment_type
  left join session_answers n on n.request_id = r.id
  left join approvals a on a.id = n.approval_id`

/** An insurer's requests: those that wait first, the longest waiting at the top; then the answered, newest first. */
export const sessionRequestsTo = (reader: Reader, insurerId: Id<'organisation'>, limit: number) =>
  reader.rows<SessionRequestRow>(sql`
    ${requests} where r.insurer_id = ${insurerId}
    order by n.answered_at is not null, case when n.answered_at is null then r.requested_at end, n.answered_at desc limit ${limit}`)

/** One request that the asker may know of; none when the patient has been erased. */
export const sessionRequestOf = (reader: Reader, id: Id<'session-request'>, insurerId: Id<'organisation'>) =>
  reader.maybeRow<SessionRequestRow>(sql`
    ${requests} where r.id = ${id} and r.insurer_id = ${insurerId}
      and exists (select from person_keys k where k.person_id = r.person_id and k.wrapped is not null)`)

type NewAnswer = {
  requestId: Id<'session-request'>
  approvalId: Id<'approval'> | null
  refusal: Buffer | null
  answeredBy: Id<'user'> | null
}

/** Refused by `session_answers_pkey` when somebody else has answered. */
export const saveAnswer = (tx: Tx, a: NewAnswer) =>
  tx.run(sql`
    insert into session_answers (request_id, approval_id, refusal_sealed, answered_by)
    values (${a.requestId}, ${a.approvalId}::uuid, ${a.refusal}::bytea, ${a.answeredBy})`)
