import type pg from 'pg'
import { insertRows, type Row } from './rows.ts'
import { type PastEvent, writeTrail } from './trail.ts'

/** The order in which rows refer to each other. Visits are written while the consent is still live, its withdrawal after them. */
const tables = [
  'organisations',
  'clinic_locations',
  'users',
  'user_roles',
  'user_passwords',
  'user_totp',
  'practitioners',
  'practitioner_services',
  'rooms',
  'opening_hours',
  'opening_exceptions',
  'cases',
  'case_details',
  'attachments',
  'approvals',
  'approval_clinics',
  'consent_texts',
  'consent_marks',
  'disclosures',
  'appointments',
  'session_uses',
  'occupancies',
  'appointment_cancellations',
  'cancellation_notes',
  'appointment_attendance',
  'course_notes',
  'session_requests',
  'session_answers',
  'course_closures',
  'consent_withdrawals',
  'notifications',
  'rights_requests',
  'rights_identity_checks',
  'rights_request_states',
  'case_restrictions',
  'retention_runs',
  'log_sweeps',
  'counted_days',
  'day_counts',
] as const
type TableName = (typeof tables)[number]

/** Everything that is to be written, kept until it can be written at once. */
export class Book {
  readonly #rows = new Map<TableName, Row[]>()
  readonly #events: PastEvent[] = []

  add(table: TableName, ...rows: readonly Row[]): void {
    this.#rows.set(table, [...(this.#rows.get(table) ?? []), ...rows])
  }

  happened(event: PastEvent): void {
    this.#events.push(event)
  }

  async write(client: pg.ClientBase): Promise<void> {
    for (const table of tables) await insertRows(client, table, this.#rows.get(table) ?? [])
    await writeTrail(client, this.#events)
  }
}
