import type { Cpr } from '#kernel/cpr.ts'
import { type Id, newId } from '#kernel/ids.ts'
import { blindIndex } from '#platform/crypto/blind-index.ts'
import { open, seal } from '#platform/crypto/field.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import { newPersonKey, type PersonKey, unwrapPersonKey } from '#platform/crypto/person-key.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { ensurePerson, personByCprIndex, sealedCprOf, wrappedKeyOf, wrappedKeysOf } from './person-keys.sql.ts'

const everywhere = 'person.cpr'

/** Thrown when somebody's key has been destroyed: what was sealed about them cannot be read by anyone any more. */
export class PersonErased extends Error {
  override name = 'PersonErased'
}

/** The key of the person with this CPR number across all organisations; both are made if they are new. */
export async function keyOfPersonWithCpr(tx: Tx, keyring: Keyring, cpr: Cpr): Promise<PersonKey> {
  const id = newId<'person'>()
  const fresh = newPersonKey(keyring, id)
  const cprSealed = seal(fresh.key, 'persons.cpr', cpr)
  const row = await ensurePerson(tx, { ...fresh, id, cprIndex: cprIndex(keyring, cpr), cprSealed })
  if (!row.wrapped) throw new PersonErased('The key of this person is destroyed')
  return row.id === id
    ? fresh.key
    : unwrapPersonKey(keyring, { personId: row.id, wrapped: row.wrapped, epoch: row.epoch })
}

/** The person who has just proven to be the holder of this CPR number, or null when no organisation has told us of them. */
export async function knownPersonWithCpr(reader: Reader, keyring: Keyring, cpr: Cpr): Promise<Id<'person'> | null> {
  return (await personByCprIndex(reader, cprIndex(keyring, cpr)))?.id ?? null
}

export const cprIndex = (keyring: Keyring, cpr: Cpr) => blindIndex(keyring, everywhere, cpr)

/** Opens what is sealed about one person. Throws `PersonErased` when the key is gone or out of sight. */
export async function personKeyFor(reader: Reader, keyring: Keyring, personId: Id<'person'>): Promise<PersonKey> {
  const row = await wrappedKeyOf(reader, personId)
  if (!row?.wrapped) throw new PersonErased('The key of this person is not available')
  return unwrapPersonKey(keyring, { personId, wrapped: row.wrapped, epoch: row.epoch })
}

/** The keys of many persons in one query; those that are gone are not in the map. */
export async function personKeysFor(
  reader: Reader,
  keyring: Keyring,
  personIds: readonly Id<'person'>[],
): Promise<ReadonlyMap<Id<'person'>, PersonKey>> {
  const rows = await wrappedKeysOf(reader, [...new Set(personIds)])
  return new Map(
    rows.map(({ person_id: personId, wrapped, epoch }) => [
      personId,
      unwrapPersonKey(keyring, { personId, wrapped, epoch }),
    ]),
  )
}

/** The CPR number of a person, for the few places that show or hand it over. */
export async function cprOf(reader: Reader, key: PersonKey): Promise<Cpr | null> {
  const row = await sealedCprOf(reader, key.personId as Id<'person'>)
  return row ? (open(key, 'persons.cpr', row.cpr_sealed) as Cpr) : null
}
