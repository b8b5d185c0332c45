import { enterPatient } from '#features/patients/index.ts'
import { newId } from '#kernel/ids.ts'
import { seal } from '#platform/crypto/field.ts'
import type { PersonKey } from '#platform/crypto/person-key.ts'
import { violatedConstraint } from '#platform/db/database.ts'
import { organisationOf, userOf } from '#policy/permit.ts'
import { approve } from './approve.ts'
import type { NewCase, OpenCaseOutcome, Opening } from './new-case.ts'
import { saveCase, saveDetails } from './open-case.sql.ts'
import { transferOnConsent } from './transfer-on-consent.ts'

/** Opens a case: the patient, the details sealed under the person's key, the approval with its sessions, and, when the consent is marked, the transfer. */
export async function openCase(opening: Opening, entered: NewCase): Promise<OpenCaseOutcome> {
  try {
    return await opening.tx.attempt(() => saveAll(opening, entered))
  } catch (error) {
    switch (violatedConstraint(error)) {
      case 'case_number_is_used_once':
        return { kind: 'case-number-taken' }
      case 'only_fields_the_treatment_asks_for':
        return { kind: 'field-not-asked' }
      default:
        throw error
    }
  }
}

async function saveAll(opening: Opening, entered: NewCase): Promise<OpenCaseOutcome> {
  const { tx, keyring, permit } = opening
  const { patientId, personId, key } = await enterPatient(tx, keyring, permit, entered.patient)
  const base = { caseId: newId<'case'>(), insurerId: organisationOf(permit), treatmentType: entered.treatmentType }
  const by = userOf(permit)
  const { caseNumber } = entered
  await saveCase(tx, { ...base, id: base.caseId, caseNumber, patientId, personId, createdBy: by })
  const { fields, values } = sealedDetails(key, entered.details)
  await saveDetails(tx, { ...base, organisationId: base.insurerId, enteredBy: by, fields, values })
  await approve(tx, { ...base, ...entered.approval, grantedBy: by })
  if (entered.consent)
    await transferOnConsent(opening, { ...base, personId, consent: entered.consent, clinics: entered.approval.clinics })
  return { kind: 'opened', caseId: base.caseId, personId }
}

export function sealedDetails(key: PersonKey, details: NewCase['details']) {
  const given = Object.entries(details).filter(([, value]) => value)
  return {
    fields: given.map(([field]) => field),
    values: given.map(([field, value]) => seal(key, `case_details.${field}`, value)),
  }
}
