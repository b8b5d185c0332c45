import { nameIndexes } from '#platform/crypto/blind-index.ts'
import { seal } from '#platform/crypto/field.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import type { PersonKey } from '#platform/crypto/person-key.ts'
import type { Tx } from '#platform/db/database.ts'
import { organisationOf, type Permit, userOf } from '#policy/permit.ts'
import { saveContact } from './patients.sql.ts'
import { type Contact, nameScope } from './patients.ts'

type Correction = { readonly key: PersonKey; readonly field: keyof Contact; readonly value: string }

/** Corrects one contact detail on the organisation's own record of a person, with the index that a name is found by. Tells how many records. */
export function correctContact(
  tx: Tx,
  keyring: Keyring,
  permit: Permit<'rights-request.answer'>,
  { key, field, value }: Correction,
): Promise<number> {
  const organisationId = organisationOf(permit)
  const sealed = (name: keyof Contact) => (name === field ? seal(key, `patients.${name}`, value) : null)
  return saveContact(tx, {
    organisationId,
    personId: key.personId,
    enteredBy: userOf(permit),
    name: sealed('name'),
    phone: sealed('phone'),
    email: sealed('email'),
    postcode: sealed('postcode'),
    nameIndex: field === 'name' ? nameIndexes(keyring, nameScope(organisationId), value) : null,
  })
}
