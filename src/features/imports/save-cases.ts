/**
 * Opens many cases as `openCase` opens one, a few statements for hundreds of them. Every row meets the same constraints, triggers and
 * policies; each consent and each transfer has its own permit from the gate.
 */
import type { NewCase } from '#features/cases/index.ts'
import { markConsents } from '#features/consent/index.ts'
import { discloseCases, disclosedData } from '#features/disclosure/index.ts'
import { queueNotifications } from '#features/notifications/index.ts'
import { type Entered, enterPatients } from '#features/patients/index.ts'
import { type Id, newId } from '#kernel/ids.ts'
import { seal } from '#platform/crypto/field.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import type { Tx } from '#platform/db/database.ts'
import { organisationOf, type Permit, type PermitFor, userOf } from '#policy/permit.ts'
import { saveApprovalClinics, saveApprovals, saveCases, saveDetails } from './save-cases.sql.ts'

export type Saving = {
  readonly tx: Tx
  readonly keyring: Keyring
  readonly permit: Permit<'import.confirm'>
  readonly permitFor: PermitFor
}

export type Saved = { readonly caseId: Id<'case'>; readonly personId: Id<'person'> }
type Opening = NewCase & Entered & Saved

export async function openCases(saving: Saving, entries: readonly NewCase[]): Promise<readonly Saved[]> {
  const { tx, keyring, permit } = saving
  const by = { insurerId: organisationOf(permit), userId: userOf(permit) }
  const patients = await enterPatients(
    tx,
    keyring,
    permit,
    entries.map(({ patient }) => patient),
  )
  const cases = entries.map((entry, at): Opening => ({ ...entry, ...patients[at]!, caseId: newId<'case'>() }))
  await saveCases(tx, by, cases.map(caseRow))
  await saveDetails(tx, by, cases.flatMap(detailRows))
  await saveAllApprovals(tx, by, cases)
  await transfer(saving, by.insurerId, cases)
  return cases.map(({ caseId, personId }) => ({ caseId, personId }))
}

const caseRow = (one: Opening) => ({
  id: one.caseId,
  case_number: one.caseNumber,
  patient_id: one.patientId,
  person_id: one.personId,
  treatment_type: one.treatmentType,
})

const detailRows = (one: Opening) =>
  Object.entries(one.details).map(([field, value]) => ({
    case_id: one.caseId,
    treatment_type: one.treatmentType,
    field,
    value: `\\x${seal(one.key, `case_details.${field}`, value).toString('hex')}`,
  }))

async function saveAllApprovals(tx: Tx, by: Parameters<typeof saveApprovals>[1], cases: readonly Opening[]) {
  const granted = cases.map(({ caseId, approval }) => ({ id: newId<'approval'>(), caseId, ...approval }))
  await saveApprovals(
    tx,
    by,
    granted.map((one) => ({
      id: one.id,
      case_id: one.caseId,
      sessions: one.sessions,
      valid_from: one.validFrom.toString(),
      valid_until: one.validUntil.toString(),
      any_clinic: one.clinics === 'any',
    })),
  )
  const named = granted.flatMap(({ id, clinics }) =>
    clinics === 'any' ? [] : clinics.map((clinic) => ({ approval_id: id, clinic_id: clinic })),
  )
  if (named.length > 0) await saveApprovalClinics(tx, named)
}

/** Marks the consents, tells the patients, and hands over where the insurer has named one clinic (R1.6, R1.7). */
async function transfer({ tx, permitFor }: Saving, insurerId: Id<'organisation'>, cases: readonly Opening[]) {
  const consenting = cases.flatMap((one) => (one.consent ? [{ ...one, consent: one.consent }] : []))
  const factsOf = ({ personId, caseId }: Saved) => ({ personId, caseId, organisationId: insurerId })
  const marks = await markConsents(
    tx,
    consenting.map((one) => ({
      permit: permitFor('case.mark-consent', factsOf(one), ['consent-history']),
      marking: { caseId: one.caseId, ...one.consent },
    })),
  )
  await queueNotifications(tx, 'case-opened', consenting)
  const hands = consenting.flatMap((one, at) => {
    const [clinicId, ...others] = one.approval.clinics === 'any' ? [] : one.approval.clinics
    if (!clinicId || others.length > 0) return []
    const permit = permitFor('case.disclose', { ...factsOf(one), consentLive: true }, disclosedData)
    const { caseId, treatmentType } = one
    return [{ permit, hand: { caseId, insurerId, clinicId, treatmentType, consentMarkId: marks[at]! } }]
  })
  await discloseCases(tx, hands)
}
