import type { Contact } from '#features/patients/index.ts'
import { contactOf, cprOf, patientById, personKeyFor } from '#features/patients/index.ts'
import type { Cpr } from '#kernel/cpr.ts'
import { type Id, readId } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import type { PersonKey } from '#platform/crypto/person-key.ts'
import type { Reader } from '#platform/db/database.ts'
import type { Actor } from '#policy/actor.ts'
import type { Facts } from '#policy/facts.ts'
import { type CaseDetailRow, caseOf } from './show-case.sql.ts'

type Looking = {
  readonly reader: Reader
  readonly actor: Actor
  readonly params: { readonly caseId: string }
  readonly now: Temporal.Instant
}

/** The case in the address if it is one of the actor's own organisation, for `load`. */
export async function findOwnCase({ reader, actor, params, now }: Looking): Promise<CaseDetailRow | null> {
  const id = readId<'case'>(params.caseId)
  if (!id || (actor.kind !== 'staff' && actor.kind !== 'api')) return null
  return caseOf(reader, id, { insurerId: actor.organisationId, at: now })
}

export const factsOfCase = (found: {
  readonly id: Id<'case'>
  readonly person_id: Id<'person'>
  readonly insurer_id: Id<'organisation'>
  readonly consent_withdrawn: boolean
}): Facts => ({
  caseId: found.id,
  personId: found.person_id,
  organisationId: found.insurer_id,
  consentWithdrawn: found.consent_withdrawn,
})

export type OpenedPatient = { readonly key: PersonKey; readonly contact: Contact; readonly cpr: Cpr | null }

/** The patient of a case with what is sealed about them. Throws `PersonErased` when the key is gone. */
export async function openPatient(reader: Reader, keyring: Keyring, found: CaseDetailRow): Promise<OpenedPatient> {
  const key = await personKeyFor(reader, keyring, found.person_id)
  const row = await patientById(reader, found.patient_id)
  if (!row) throw new Error('A case without its patient')
  return { key, contact: contactOf(key, row), cpr: await cprOf(reader, key) }
}
