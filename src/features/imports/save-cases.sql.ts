import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

type By = { readonly insurerId: Id<'organisation'>; readonly userId: Id<'user'> | null }

type NewCase = {
  readonly id: Id<'case'>
  readonly case_number: string
  readonly patient_id: Id<'patient'>
  readonly person_id: Id<'person'>
  readonly treatment_type: string
}

export const saveCases = (tx: Tx, by: By, cases: readonly NewCase[]) =>
  tx.run(sql`
    insert into cases (id, insurer_id, case_number, patient_id, person_id, treatment_type, created_by)
    select id, ${by.insurerId}, case_number, patient_id, person_id, treatment_type, ${by.userId}::uuid
    from jsonb_to_recordset(${JSON.stringify(cases)}::jsonb)
      as given (id uuid, case_number text, patient_id uuid, person_id uuid, treatment_type text)`)

/** `value` is `\x` and hex digits. */
type NewDetail = {
  readonly case_id: Id<'case'>
  readonly treatment_type: string
  readonly field: string
  readonly value: string
}

export const saveDetails = (tx: Tx, by: By, details: readonly NewDetail[]) =>
  tx.run(sql`
    insert into case_details (case_id, treatment_type, field, value_sealed, entered_by_organisation, entered_by)
    select case_id, treatment_type, field, value, ${by.insurerId}, ${by.userId}::uuid
    from jsonb_to_recordset(${JSON.stringify(details)}::jsonb) as given (case_id uuid, treatment_type text, field text, value bytea)`)

type NewApproval = {
  readonly id: Id<'approval'>
  readonly case_id: Id<'case'>
  readonly sessions: number
  readonly valid_from: string
  readonly valid_until: string
  readonly any_clinic: boolean
}

export const saveApprovals = (tx: Tx, by: By, approvals: readonly NewApproval[]) =>
  tx.run(sql`
    insert into approvals (id, case_id, insurer_id, sessions, valid_from, valid_until, any_clinic, granted_by)
    select id, case_id, ${by.insurerId}, sessions, valid_from, valid_until, any_clinic, ${by.userId}::uuid
    from jsonb_to_recordset(${JSON.stringify(approvals)}::jsonb)
      as given (id uuid, case_id uuid, sessions integer, valid_from date, valid_until date, any_clinic boolean)`)

type NamedClinic = { readonly approval_id: Id<'approval'>; readonly clinic_id: Id<'organisation'> }

export const saveApprovalClinics = (tx: Tx, named: readonly NamedClinic[]) =>
  tx.run(sql`
    insert into approval_clinics (approval_id, clinic_id) select approval_id, clinic_id
    from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as given (approval_id uuid, clinic_id uuid)`)
