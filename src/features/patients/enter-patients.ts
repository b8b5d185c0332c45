import type { Cpr } from '#kernel/cpr.ts'
import { type Id, newId } from '#kernel/ids.ts'
import { nameIndexes } from '#platform/crypto/blind-index.ts'
import { seal } from '#platform/crypto/field.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import { newPersonKey, type PersonKey, unwrapPersonKey } from '#platform/crypto/person-key.ts'
import type { Tx } from '#platform/db/database.ts'
import { organisationOf, type Permit, userOf } from '#policy/permit.ts'
import { ensurePersons, type NewPatient, savePatients } from './enter-patients.sql.ts'
import { type Contact, type Entered, nameScope, patientCprIndex } from './patients.ts'
import { cprIndex, PersonErased } from './person-keys.ts'

type Entering = Contact & { readonly cpr: Cpr }

/** As `enterPatient` for many at once, in the order given. Of a person that comes twice, the last contact details stand. */
export async function enterPatients(
  tx: Tx,
  keyring: Keyring,
  permit: Permit<'import.confirm'>,
  patients: readonly Entering[],
): Promise<Entered[]> {
  const organisationId = organisationOf(permit)
  const keys = await keysOfPersons(tx, keyring, patients)
  const rows = new Map(
    patients.map((patient, at) => [keys[at]!.personId, rowOf(keyring, organisationId, patient, keys[at]!)]),
  )
  const saved = await savePatients(tx, [...rows.values()], { organisationId, userId: userOf(permit) })
  const patientOf = new Map<string, Id<'patient'>>(saved.map((row) => [row.person_id, row.id]))
  return keys.map((key) => ({
    key,
    personId: key.personId as Id<'person'>,
    patientId: patientOf.get(key.personId)!,
  }))
}

async function keysOfPersons(tx: Tx, keyring: Keyring, patients: readonly Entering[]): Promise<PersonKey[]> {
  const offers = patients.map(({ cpr }) => {
    const id = newId<'person'>()
    const fresh = newPersonKey(keyring, id)
    return { ...fresh, id, cprIndex: cprIndex(keyring, cpr), cprSealed: seal(fresh.key, 'persons.cpr', cpr) }
  })
  const rows = await ensurePersons(tx, offers)
  return rows.map(({ id, epoch, wrapped }, at) => {
    if (!wrapped) throw new PersonErased('The key of this person is destroyed')
    return id === offers[at]!.id ? offers[at]!.key : unwrapPersonKey(keyring, { personId: id, wrapped, epoch })
  })
}

function rowOf(keyring: Keyring, organisationId: Id<'organisation'>, patient: Entering, key: PersonKey): NewPatient {
  const sealed = (field: keyof Contact, value: string | null) =>
    value ? bytes(seal(key, `patients.${field}`, value)) : null
  return {
    id: newId(),
    person_id: key.personId as Id<'person'>,
    name: bytes(seal(key, 'patients.name', patient.name)),
    phone: sealed('phone', patient.phone),
    email: sealed('email', patient.email),
    postcode: sealed('postcode', patient.postcode),
    name_index: nameIndexes(keyring, nameScope(organisationId), patient.name).map(bytes),
    cpr_index: bytes(patientCprIndex(keyring, organisationId, patient.cpr)),
  }
}

const bytes = (buffer: Buffer) => `\\x${buffer.toString('hex')}`
