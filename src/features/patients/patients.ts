import type { Cpr } from '#kernel/cpr.ts'
import { type Id, newId } from '#kernel/ids.ts'
import type { Phone } from '#kernel/phone.ts'
import type { Postcode } from '#kernel/postcode.ts'
import { blindIndex, nameIndexes, nameQuery } from '#platform/crypto/blind-index.ts'
import { open, seal } from '#platform/crypto/field.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import type { PersonKey } from '#platform/crypto/person-key.ts'
import type { Tx } from '#platform/db/database.ts'
import { organisationOf, type Permit, userOf } from '#policy/permit.ts'
import { type PatientRow, savePatient } from './patients.sql.ts'
import { keyOfPersonWithCpr } from './person-keys.ts'

/** How to reach a person, as one organisation entered it. */
export type Contact = {
  readonly name: string
  readonly phone: Phone | null
  readonly email: string | null
  readonly postcode: Postcode | null
}

export type Entered = {
  readonly patientId: Id<'patient'>
  readonly personId: Id<'person'>
  readonly key: PersonKey
}

/** Enters a person with their contact details as a patient of the permit's organisation, everything sealed under the person's own key. */
export async function enterPatient(
  tx: Tx,
  keyring: Keyring,
  permit: Permit<'case.create' | 'import.confirm'>,
  patient: Contact & { readonly cpr: Cpr },
): Promise<Entered> {
  const organisationId = organisationOf(permit)
  const key = await keyOfPersonWithCpr(tx, keyring, patient.cpr)
  const personId = key.personId as Id<'person'>
  const sealed = (field: keyof Contact, value: string | null) => (value ? seal(key, `patients.${field}`, value) : null)
  const { id: patientId } = await savePatient(tx, {
    id: newId(),
    organisationId,
    personId,
    name: seal(key, 'patients.name', patient.name),
    phone: sealed('phone', patient.phone),
    email: sealed('email', patient.email),
    postcode: sealed('postcode', patient.postcode),
    nameIndex: nameIndexes(keyring, nameScope(organisationId), patient.name),
    cprIndex: patientCprIndex(keyring, organisationId, patient.cpr),
    enteredBy: userOf(permit),
  })
  return { patientId, personId, key }
}

/** Reads a patient's contact details. */
export function contactOf(key: PersonKey, row: PatientRow): Contact {
  const opened = (field: keyof Contact, sealed: Buffer | null) =>
    sealed ? open(key, `patients.${field}`, sealed) : null
  return {
    name: open(key, 'patients.name', row.name_sealed),
    phone: opened('phone', row.phone_sealed) as Phone | null,
    email: opened('email', row.email_sealed),
    postcode: opened('postcode', row.postcode_sealed) as Postcode | null,
  }
}

export const nameScope = (organisationId: Id<'organisation'>) => `patients.name/${organisationId}`

/** What to look a CPR number up by among one organisation's patients. Another organisation's index of the same number is another value. */
export const patientCprIndex = (keyring: Keyring, organisationId: Id<'organisation'>, cpr: Cpr) =>
  blindIndex(keyring, `patients.cpr/${organisationId}`, cpr)

/** What to look part of a name up by among one organisation's patients. */
export const patientNameQuery = (keyring: Keyring, organisationId: Id<'organisation'>, text: string) =>
  nameQuery(keyring, nameScope(organisationId), text)
