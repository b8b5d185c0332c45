import type { AuthorityField } from '#features/disclosure/index.ts'
import type { CopyRow, CopySection } from '#features/rights/index.ts'
import type { Id } from '#kernel/ids.ts'
import { type Sql, sql } from '#platform/db/sql.ts'

type Held = Partial<Readonly<Record<CopySection, (caseId: Id<'case'>) => Sql<CopyRow>>>>

/**
 * What is behind each field, of one case, by the names of the copy. Asked as the organisation that tells: the row-level policies let it read
 * what it holds and no more.
 */
export const heldQueries: Readonly<Record<AuthorityField, Held>> = {
  contact: {
    patients: (c) => sql`
      select n.name_sealed, n.phone_sealed, n.email_sealed, n.postcode_sealed from patients n join cases c on c.patient_id = n.id where c.id = ${c}`,
  },
  cpr: { persons: (c) => sql`select p.cpr_sealed from persons p join cases c on c.person_id = p.id where c.id = ${c}` },
  approval: {
    cases: (c) => sql`
      select c.case_number, o.name as organisation, c.treatment_type, c.created_at
      from cases c join organisations o on o.id = c.insurer_id where c.id = ${c}`,
    approvals: (c) => sql`
      select sessions, valid_from, valid_until, any_clinic, granted_at from approvals where case_id = ${c} order by granted_at`,
  },
  referral: {
    case_details: (c) => sql`
      select field, version, value_sealed, entered_at from case_details where case_id = ${c} order by field, version`,
  },
  attachments: {
    attachments: (c) => sql`
      select kind, name_sealed, size_bytes, uploaded_at, content_sealed from attachments where case_id = ${c} order by uploaded_at`,
  },
  appointments: {
    appointments: (c) => sql`
      select o.name as organisation, a.treatment_type, a.starts_at, a.ends_at, a.booked_at, x.cancelled_at
      from appointments a join organisations o on o.id = a.clinic_id left join appointment_cancellations x on x.appointment_id = a.id
      where a.case_id = ${c} order by a.starts_at`,
  },
  consents: {
    consent_marks: (c) => sql`
      select consented_on, means, text_version, text_hash, marked_at from consent_marks where case_id = ${c} order by marked_at`,
    consent_withdrawals: (c) => sql`
      select withdrawn_by_kind, withdrawn_at from consent_withdrawals where case_id = ${c} order by withdrawn_at`,
  },
  course: {
    course_notes: (c) => sql`
      select text_sealed, written_at from course_notes where case_id = ${c} and clinic_id = current_organisation() order by written_at`,
    course_closures: (c) => sql`
      select outcome, summary_sealed, closed_at from course_closures where case_id = ${c} and clinic_id = current_organisation()`,
    session_requests: (c) => sql`
      select sessions, reason_sealed, requested_at from session_requests where case_id = ${c} and clinic_id = current_organisation()
      order by requested_at`,
  },
}
