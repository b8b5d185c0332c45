import { contactOf, PersonErased, patientById, personKeyFor } from '#features/patients/index.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Notice } from './terms.sql.ts'

/** Of the houses that know the person, the newest that has an address. Null where nobody has one, or the person is erased. */
export async function addressOf(
  keyring: Keyring,
  tx: Tx,
  { email, person_id, patient_ids }: Notice,
): Promise<string | null> {
  if (!person_id) return email
  try {
    const key = await personKeyFor(tx, keyring, person_id)
    for (const patientId of patient_ids) {
      const patient = await patientById(tx, patientId)
      const contact = patient && contactOf(key, patient)
      if (contact?.email) return contact.email
    }
    return null
  } catch (error) {
    if (error instanceof PersonErased) return null
    throw error
  }
}
