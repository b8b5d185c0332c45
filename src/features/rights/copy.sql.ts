import type { Id } from '#kernel/ids.ts'
import { type Sql, sql } from '#platform/db/sql.ts'

/** A row as it comes, with names in snake case; `*_sealed` is opened before anybody sees it. */
export type CopyRow = Record<string, unknown>
type Query = (personId: Id<'person'>) => Sql<CopyRow>

/** What the platform holds about one person, asked as that person, from every controller. The names are those of the tables. */
export const copyQueries = {
  persons: (p) => sql`select cpr_sealed, created_at from persons where id = ${p}`,
  patients: (p) => sql`
    select o.name as organisation, n.name_sealed, n.phone_sealed, n.email_sealed, n.postcode_sealed, n.entered_at
    from patients n join organisations o on o.id = n.organisation_id where n.person_id = ${p} order by n.entered_at`,
  cases: (p) => sql`
    select c.case_number, o.name as organisation, c.treatment_type, c.created_at
    from cases c join organisations o on o.id = c.insurer_id where c.person_id = ${p} order by c.created_at`,
  case_details: (p) => sql`
    select c.case_number, d.field, d.version, d.value_sealed, o.name as organisation, d.entered_at
    from case_details d join cases c on c.id = d.case_id join organisations o on o.id = d.entered_by_organisation
    where c.person_id = ${p} order by c.created_at, d.field, d.version`,
  attachments: (p) => sql`
    select c.case_number, a.kind, a.name_sealed, a.size_bytes, o.name as organisation, a.uploaded_at, a.content_sealed
    from attachments a join cases c on c.id = a.case_id join organisations o on o.id = a.uploaded_by_organisation
    where a.person_id = ${p} order by a.uploaded_at`,
  approvals: (p) => sql`
    select c.case_number, a.sessions, a.valid_from, a.valid_until, a.any_clinic, a.granted_at,
      (select string_agg(k.name, ', ' order by k.name) from approval_clinics x join organisations k on k.id = x.clinic_id where x.approval_id = a.id) as clinics
    from approvals a join cases c on c.id = a.case_id where c.person_id = ${p} order by a.granted_at`,
  consent_marks: (p) => sql`
    select c.case_number, m.consented_on, m.means, m.text_version, m.text_hash,
      coalesce(t.words::jsonb #>> '{statement,da}', t.words::jsonb #>> '{1,statement}') as agreed_to, o.name as organisation, m.marked_at
    from consent_marks m join consent_texts t on t.hash = m.text_hash join cases c on c.id = m.case_id join organisations o on o.id = m.marked_by_organisation
    where c.person_id = ${p} order by m.marked_at`,
  consent_withdrawals: (p) => sql`
    select c.case_number, w.withdrawn_by_kind, w.withdrawn_at
    from consent_withdrawals w join cases c on c.id = w.case_id where c.person_id = ${p} order by w.withdrawn_at`,
  disclosures: (p) => sql`
    select c.case_number, coalesce(r.name, d.authority) as recipient, d.direction, d.purpose, d.basis, d.law_da as law, d.fields, o.name as organisation,
      d.disclosed_at
    from disclosures d join cases c on c.id = d.case_id left join organisations r on r.id = d.recipient_id
      join organisations o on o.id = d.disclosed_by_organisation where d.person_id = ${p} order by d.disclosed_at`,
  disclosed_documents: (p) => sql`
    select c.case_number, d.authority as recipient, d.disclosed_at, x.reason_sealed, x.content_sealed
    from disclosed_documents x join disclosures d on d.id = x.disclosure_id join cases c on c.id = x.case_id
    where x.person_id = ${p} order by d.disclosed_at`,
  appointments: (p) => sql`
    select c.case_number, o.name as organisation, a.treatment_type, t.name as practitioner, a.starts_at, a.ends_at, a.booked_by_kind, a.booked_at,
      x.cancelled_at, x.reason, x.cancelled_by_kind, w.note_sealed, x.session_given_back,
      (select string_agg(n.state, ', ' order by n.noted_at) from appointment_attendance n where n.appointment_id = a.id) as attendance
    from appointments a join cases c on c.id = a.case_id join organisations o on o.id = a.clinic_id join practitioners t on t.id = a.practitioner_id
      left join appointment_cancellations x on x.appointment_id = a.id left join cancellation_notes w on w.appointment_id = a.id
    where a.person_id = ${p} order by a.starts_at`,
  holds: (p) => sql`
    select o.name as organisation, h.starts_at, h.ends_at, h.made_at, h.expires_at
    from holds h join organisations o on o.id = h.clinic_id where h.person_id = ${p} order by h.made_at`,
  course_notes: (p) => sql`
    select o.name as organisation, n.text_sealed, n.written_at
    from course_notes n join organisations o on o.id = n.clinic_id where n.person_id = ${p} order by n.written_at`,
  course_closures: (p) => sql`
    select o.name as organisation, k.outcome, k.summary_sealed, k.closed_at
    from course_closures k join organisations o on o.id = k.clinic_id where k.person_id = ${p} order by k.closed_at`,
  journal_handovers: (p) => sql`
    select o.name as organisation, h.offered_at, h.taken_at, h.received_at
    from journal_handovers h join cases c on c.id = h.case_id join organisations o on o.id = h.clinic_id where c.person_id = ${p} order by h.offered_at`,
  journal_enclosures: (p) => sql`
    select o.name as organisation, e.field, case when e.field is not null then e.content_sealed end as value_sealed,
      e.kind, e.name_sealed, case when e.field is null then e.content_sealed end as content_sealed, e.entered_at
    from journal_enclosures e join organisations o on o.id = e.clinic_id where e.person_id = ${p} order by e.entered_at, e.id`,
  referral_erasures: (p) => sql`
    select c.case_number, e.details, e.attachments, e.erased_at
    from referral_erasures e join cases c on c.id = e.case_id where c.person_id = ${p} order by e.erased_at`,
  session_requests: (p) => sql`
    select o.name as organisation, r.sessions, r.reason_sealed, r.requested_at, s.answered_at, s.approval_id is not null as granted, s.refusal_sealed
    from session_requests r join organisations o on o.id = r.clinic_id left join session_answers s on s.request_id = r.id
    where r.person_id = ${p} order by r.requested_at`,
  notifications: (p) => sql`
    select template, channel, queued_at, sent_at, not_sent_because from notifications where person_id = ${p} order by queued_at`,
  rights_requests: (p) => sql`
    select r."right", r.field, o.name as organisation, r.text_sealed, r.proposal_sealed, r.received_at, i.means,
      s.state as answer, s.note_sealed, s.law, s.at as answered_at
    from rights_requests r join organisations o on o.id = r.controller_id left join rights_identity_checks i on i.request_id = r.id
      left join rights_request_states s on s.request_id = r.id and s.state in ('granted', 'refused') where r.person_id = ${p} order by r.received_at`,
  case_restrictions: (p) => sql`
    select c.case_number, x.because, x.restricted_at, x.lifted_at, x.ends_on
    from case_restrictions x join cases c on c.id = x.case_id where c.person_id = ${p} order by x.restricted_at`,
  legal_holds: (p) => sql`
    select c.case_number, h.reason, h.why_sealed, h.placed_at, h.lifted_at, h.lifted_why_sealed,
      (select max(r.review_on) from legal_hold_reviews r where r.hold_id = h.id) as review_on
    from legal_holds h join cases c on c.id = h.case_id where c.person_id = ${p} order by h.placed_at`,
  erasure_orders: (p) => sql`
    select c.case_number, e.reason, e.ordered_at, e.withdrawn_at
    from erasure_orders e join cases c on c.id = e.case_id where c.person_id = ${p} order by e.ordered_at`,
  terms_acceptances: (p) => sql`
    select site, version, language, accepted_at from terms_acceptances where person_id = ${p} order by accepted_at`,
  terms_notices: (p) => sql`
    select version, queued_at, sent_at, not_sent_because from terms_notices where person_id = ${p} order by queued_at`,
  web_sessions: (p) =>
    sql`select started_at, seen_at, ends_at from web_sessions where person_id = ${p} order by started_at`,
  audit_events: (p) => sql`
    select e.at, o.name as organisation, e.action, e.event::jsonb ->> 'purpose' as purpose, e.event::jsonb ->> 'result' as result
    from audit_events e left join organisations o on o.id = e.organisation_id where e.person_id = ${p} order by e.at desc`,
} satisfies Record<string, Query>

export type CopySection = keyof typeof copyQueries

/** Who holds something about the person, with how to reach them. */
export const controllersOf = (personId: Id<'person'>) =>
  sql<{ name: string; kind: string; cvr: string; email: string; phone: string }>`
    select o.name, o.kind, o.cvr, o.email, o.phone from organisations o
    where o.id in (select c.insurer_id from cases c where c.person_id = ${personId}
      union select p.organisation_id from patients p where p.person_id = ${personId}
      union select d.recipient_id from disclosures d where d.person_id = ${personId}) order by o.kind desc, o.name`
