import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type CaseEventKind =
  | 'created'
  | 'consent-marked'
  | 'consent-withdrawn'
  | 'referral-erased'
  | 'disclosed'
  | 'told-authority'
  | 'granted'
  | 'attached'
  | 'booked'
  | 'moved'
  | 'cancelled'
  | 'completed'
  | 'no-show'
  | 'requested'
  | 'refused'
  | 'closed'

/** One thing that happened. What the columns beside `kind` and `at` hold differs by kind; null where it has none. */
export type CaseEventRow = {
  kind: CaseEventKind
  at: Temporal.Instant
  /** The colleague behind it, where it is one of ours. */
  by_name: string | null
  /** The clinic it happened at or went to. */
  clinic: string | null
  /** Means of consent, the authority that was told, who withdrew or cancelled, or the outcome of the course. */
  what: string | null
  sessions: number | null
  starts_at: Temporal.Instant | null
  fields: string[] | null
  /** What the clinic tells the insurer of the course's outcome. */
  summary_sealed: Buffer | null
}

/** All that happened in a case, the newest first, as its insurer may know it: never a clinic's notes, nor why a patient cancelled. */
export const eventsOf = (reader: Reader, caseId: Id<'case'>) =>
  reader.rows<CaseEventRow>(sql`
    select e.kind, e.at, u.name as by_name, o.name as clinic, e.what, e.sessions, e.starts_at, e.fields,
      case when e.kind = 'closed' then (select k.summary_sealed from course_closures k where k.case_id = ${caseId} and k.clinic_id = e.clinic_id) end
        as summary_sealed
    from (
      select 'created' as kind, created_at as at, created_by as by_user, null::uuid as clinic_id, null as what,
        null::integer as sessions, null::timestamptz as starts_at, null::text[] as fields, 0 as rank
      from cases where id = ${caseId}
      union all select 'granted', granted_at, granted_by, null, null, sessions, null, null, 1 from approvals where case_id = ${caseId}
      union all select 'consent-marked', marked_at, marked_by, null, means, null, null, null, 2 from consent_marks where case_id = ${caseId}
      union all select 'disclosed', disclosed_at, disclosed_by, recipient_id, null, null, null, fields, 3
        from disclosures where case_id = ${caseId} and direction = 'to-clinic'
      union all select 'told-authority', disclosed_at, disclosed_by, null, authority, null, null, null, 3
        from disclosures where case_id = ${caseId} and direction = 'to-authority'
      union all (select 'attached', uploaded_at, uploaded_by, null, null, count(*)::integer, null, null, 4
        from attachments where case_id = ${caseId} group by uploaded_at, uploaded_by)
      union all select case when moved_from is null then 'booked' else 'moved' end, booked_at, null, clinic_id, booked_by_kind, null, starts_at, null, 5
        from appointments where case_id = ${caseId}
      union all select 'cancelled', x.cancelled_at, null, a.clinic_id,
        case when x.reason = 'consent-withdrawn' then x.reason else x.cancelled_by_kind end, null, a.starts_at, null, 7
        from appointments a join appointment_cancellations x on x.appointment_id = a.id where a.case_id = ${caseId} and x.reason <> 'moved'
      union all select t.state, t.noted_at, null, a.clinic_id, null, null, a.starts_at, null, 8
        from appointments a join appointment_attendance t on t.appointment_id = a.id where a.case_id = ${caseId} and t.state <> 'arrived'
      union all select 'requested', requested_at, null, clinic_id, null, sessions, null, null, 9 from session_requests where case_id = ${caseId}
      union all select 'refused', n.answered_at, n.answered_by, r.clinic_id, null, r.sessions, null, null, 10
        from session_requests r join session_answers n on n.request_id = r.id where r.case_id = ${caseId} and n.approval_id is null
      union all (select 'consent-withdrawn', withdrawn_at, withdrawn_by, null, withdrawn_by_kind, null, null, null, 6
        from consent_withdrawals where case_id = ${caseId} order by withdrawn_at desc)
      union all select 'referral-erased', erased_at, null, null, null, null, null, null, 7 from referral_erasures where case_id = ${caseId}
      union all select 'closed', closed_at, null, clinic_id, outcome, null, null, null, 11 from course_closures where case_id = ${caseId}
    ) e
    left join users u on u.id = e.by_user
    left join organisations o on o.id = e.clinic_id
    order by e.at desc, e.rank desc`)
