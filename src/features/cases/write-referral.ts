import { personKeyFor } from '#features/patients/index.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import type { Tx } from '#platform/db/database.ts'
import { organisationOf, type Permit, userOf } from '#policy/permit.ts'
import type { NewCase } from './new-case.ts'
import { saveDetails } from './open-case.sql.ts'
import { sealedDetails } from './open-case.ts'
import type { CaseDetailRow } from './show-case.sql.ts'

type Writing = { readonly tx: Tx; readonly keyring: Keyring; readonly permit: Permit<'case.create'> }

/** Writes again what was erased when the consent was withdrawn: before the new mark, which the database refuses without it. */
export async function writeReferral(
  { tx, keyring, permit }: Writing,
  { id: caseId, person_id, treatment_type: treatmentType }: CaseDetailRow,
  details: NewCase['details'],
): Promise<void> {
  const { fields, values } = sealedDetails(await personKeyFor(tx, keyring, person_id), details)
  const [organisationId, enteredBy] = [organisationOf(permit), userOf(permit)]
  if (fields.length > 0) await saveDetails(tx, { caseId, treatmentType, organisationId, enteredBy, fields, values })
}
