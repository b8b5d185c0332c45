/**
 * How the rows of every table come to their end. The data catalogue says of each column how long; here stands who carries that out, and
 * `unended.ts` holds the two together with the policy model and the timetable: a table without an end fails the build and refuses a start.
 */
import type { Column } from '#policy/catalogue.ts'
import type { RetentionEvent } from '#policy/retention.ts'
import type { ActionName } from '#policy/vocabulary.ts'

/** Where the model says the period: an event that some activity counts from, a part with its own, or what an action brings in. */
export type Said = { readonly event: RetentionEvent } | { readonly part: string } | { readonly action: ActionName }

/**
 * A task of the timetable, the retention labels that it carries out, and where the model says their periods. `consent`: at the latest; when the
 * consent is withdrawn the database takes it away in the same moment.
 */
export type Sweep = { readonly carries: readonly Column['retention'][]; readonly says: readonly Said[] }

export type Ending =
  /** Taken away, or emptied, by this task. */
  | { readonly by: string }
  /** Goes with the row of another table that it belongs to. */
  | { readonly with: string }
  /** Goes in the very moment of an act, by a function of the database. */
  | { readonly act: string }
  /** Names nobody, and has a reason to stay. */
  | { readonly stays: string }

export const sweeps: Readonly<Record<string, Sweep>> = {
  'sweep-cases': { carries: ['course', 'consent', 'ledger'], says: [{ event: 'course-end' }] },
  'carry-out-orders': { carries: ['ledger'], says: [{ part: 'erasure-order' }] },
  'carry-out-erasures': { carries: ['answered'], says: [{ action: 'my-rights.request' }] },
  'sweep-ledgers': {
    carries: ['ledger', 'account'],
    says: [{ part: 'erasure-ledger' }, { part: 'sweep-report' }, { part: 'log-sweep-report' }, { part: 'invitation' }],
  },
  'forget-old-events': { carries: ['ledger'], says: [{ part: 'doings-outside-cases' }] },
  'end-agreements': { carries: ['agreement', 'account'], says: [{ event: 'agreement-end' }] },
  'sweep-sessions': { carries: ['session', 'account'], says: [{ event: 'account-end' }] },
  'sweep-api': { carries: ['session', 'account', 'consent'], says: [{ part: 'repeat-key' }] },
  'sweep-imports': { carries: ['session', 'course'], says: [{ part: 'import-file' }, { part: 'import-account' }] },
  'lay-out-days': { carries: ['agreement'], says: [{ event: 'agreement-end' }] },
  'sweep-enquirer-links': { carries: ['session'], says: [{ part: 'enquirer-link' }] },
  'forget-maintenance': { carries: ['configuration'], says: [{ action: 'maintenance.announce' }] },
  'erase-due-leads': { carries: ['answered'], says: [{ part: 'answered-enquiry' }] },
  'erase-old-cookie-choices': { carries: ['ledger'], says: [{ action: 'cookies.choose' }] },
}

/** The same ending for several tables. */
const all = (names: string, ending: Ending): Readonly<Record<string, Ending>> =>
  Object.fromEntries(names.split(' ').map((name) => [name, ending]))

export const endings: Readonly<Record<string, Ending>> = {
  ...all('cases patients persons person_keys case_details attachments approvals approval_clinics approval_sessions', {
    by: 'sweep-cases',
  }),
  ...all(
    'consent_marks consent_withdrawals disclosures course_notes course_closures session_requests session_answers',
    {
      by: 'sweep-cases',
    },
  ),
  ...all('appointments appointment_attendance appointment_cancellations holds occupancies session_uses notifications', {
    by: 'sweep-cases',
  }),
  ...all('journal_handovers legal_holds', { by: 'sweep-cases' }),
  ...all('case_restrictions referral_erasures', { with: 'cases' }),
  cancellation_notes: { with: 'appointment_cancellations' },
  journal_enclosures: { with: 'journal_handovers' },
  legal_hold_reviews: { with: 'legal_holds' },

  erasure_orders: { by: 'carry-out-orders' },
  ...all('erasures revocations retention_runs log_sweeps invitations', { by: 'sweep-ledgers' }),
  audit_events: { by: 'forget-old-events' },

  rights_requests: { by: 'carry-out-erasures' },
  ...all('rights_identity_checks rights_request_states rights_notices', { with: 'rights_requests' }),
  ...all('direct_requests direct_restrictions', { with: 'rights_requests' }),
  direct_notes: { with: 'rights_request_states' },
  authority_notices: { with: 'rights_requests' },
  enquirer_links: { by: 'sweep-enquirer-links' },
  disclosed_documents: { with: 'disclosures' },
  leads: { by: 'erase-due-leads' },
  lead_answers: { with: 'leads' },
  ...all('cookie_choices cookie_choice_texts', { by: 'erase-old-cookie-choices' }),

  ...all('case_imports case_import_files case_import_errors', { by: 'sweep-imports' }),
  ...all('api_tokens idempotency_keys', { by: 'sweep-api' }),
  ...all('web_sessions eid_attempts password_resets', { by: 'sweep-sessions' }),
  ...all('user_roles user_passwords user_totp user_passkeys user_recovery_codes', { act: 'end_access' }),
  ...all('terms_acceptances terms_notices', { act: 'forget_terms_of_user' }),

  ...all('users organisations clinic_locations api_clients practitioners practitioner_services', {
    by: 'end-agreements',
  }),
  ...all('opening_hours opening_exceptions', { by: 'end-agreements' }),
  practitioner_days: { by: 'lay-out-days' },

  ...all('user_removals rooms', { stays: 'What was done keeps its place; the ids mean nobody any more' }),
  retention_instructions: { stays: 'It applies to the cases of an organisation that left, until the last is erased' },
  ...all('agreement_endings agreement_endings_taken_back agreement_effects agreement_steps', {
    stays: 'An organisation that left is not let in again, nor by a restored backup; no person is named',
  }),
  ...all('audit_chains audit_statements audit_checks', {
    stays: 'Lengths and hashes without which the trail could not be verified; they name nobody',
  }),
  ...all('counted_days day_counts', { stays: 'Counts of days, without anybody in them' }),
  restores: { stays: 'A database that came back is recognised by it; no person is in it' },
  ...all('retired_epochs treatment_types treatment_type_fields', { stays: 'What the service is set up with' }),
  ...all('maintenance_windows maintenance_endings maintenance_mails', { by: 'forget-maintenance' }),
  consent_texts: { stays: 'Words of the published policy that somebody agreed to; they name nobody' },
}
