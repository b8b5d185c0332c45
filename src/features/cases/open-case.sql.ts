import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

type NewCase = {
  id: Id<'case'>
  insurerId: Id<'organisation'>
  caseNumber: string
  patientId: Id<'patient'>
  personId: Id<'person'>
  treatmentType: string
  createdBy: string | null
}

export const saveCase = (tx: Tx, c: NewCase) =>
  tx.run(sql`
    insert into cases (id, insurer_id, case_number, patient_id, person_id, treatment_type, created_by)
    values (${c.id}, ${c.insurerId}, ${c.caseNumber}, ${c.patientId}, ${c.personId}, ${c.treatmentType}, ${c.createdBy})`)

type NewDetails = {
  caseId: Id<'case'>
  treatmentType: string
  organisationId: Id<'organisation'>
  enteredBy: string | null
  fields: readonly string[]
  values: readonly Buffer[]
}

export const saveDetails = (tx: Tx, d: NewDetails) =>
  tx.run(sql`
    insert into case_details (case_id, treatment_type, field, value_sealed, entered_by_organisation, entered_by)
    select ${d.caseId}, ${d.treatmentType}, field, sealed, ${d.organisationId}, ${d.enteredBy}::uuid
    from unnest(${d.fields}::text[], ${d.values}::bytea[]) as given (field, sealed)`)

type NewApproval = {
  id: Id<'approval'>
  caseId: Id<'case'>
  insurerId: Id<'organisation'>
  sessions: number
  validFrom: Temporal.PlainDate
  validUntil: Temporal.PlainDate
  anyClinic: boolean
  grantedBy: string | null
}

export const saveApproval = (tx: Tx, a: NewApproval) =>
  tx.run(sql`
    insert into approvals (id, case_id, insurer_id, sessions, valid_from, valid_until, any_clinic, granted_by)
    values (${a.id}, ${a.caseId}, ${a.insurerId}, ${a.sessions}, ${a.validFrom}, ${a.validUntil}, ${a.anyClinic}, ${a.grantedBy})`)

export const saveApprovalClinics = (tx: Tx, approvalId: Id<'approval'>, clinicIds: readonly Id<'organisation'>[]) =>
  tx.run(sql`
    insert into approval_clinics (approval_id, clinic_id) select ${approvalId}, clinic from unnest(${clinicIds}::uuid[]) clinic`)
