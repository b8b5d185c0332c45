import { personKeysFor } from '#features/patients/index.ts'
import { type Id, readId } from '#kernel/ids.ts'
import { open } from '#platform/crypto/field.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import type { PersonKey } from '#platform/crypto/person-key.ts'
import type { Reader } from '#platform/db/database.ts'
import type { Actor } from '#policy/actor.ts'
import type { Facts } from '#policy/facts.ts'
import { type AuthorityNoticeRow, authorityNoticesOf } from './authority-notices.sql.ts'
import { type RequestRow, requestById, type StateRow, statesOf } from './requests.sql.ts'

type Looking = {
  readonly reader: Reader
  readonly actor: Actor
  readonly params: { readonly rightsRequestId: string }
}

/** A request whose person is not erased. */
export type FoundRequest = RequestRow & { person_id: Id<'person'> }

/** The request in the address if the person who is logged in made it, for `load`. */
export async function findMyRequest({ reader, actor, params }: Looking): Promise<FoundRequest | null> {
  const found = await findRequest(reader, params.rightsRequestId)
  return actor.kind === 'patient' && found?.person_id === actor.personId ? found : null
}

/** The request in the address if it was passed on to the actor's own organisation, for `load`. */
export async function findRequestToUs({ reader, actor, params }: Looking): Promise<FoundRequest | null> {
  const found = await findRequest(reader, params.rightsRequestId)
  return actor.kind === 'staff' && found?.controller_id === actor.organisationId ? found : null
}

async function findRequest(reader: Reader, text: string): Promise<FoundRequest | null> {
  const id = readId<'rights-request'>(text)
  const row = id && (await requestById(reader, id))
  return row?.person_id ? { ...row, person_id: row.person_id } : null
}

export const factsOfRequest = (found: FoundRequest): Facts => ({
  personId: found.person_id,
  organisationId: found.controller_id,
  ...(found.case_id && { caseId: found.case_id }),
  object: { type: 'rights-request', id: found.id },
})

/** A request with what is sealed opened; what cannot be read any more is null. */
export type OpenedRequest = {
  readonly found: FoundRequest
  readonly name: string | null
  readonly text: string | null
  readonly proposal: string | null
  readonly states: readonly (StateRow & { readonly note: string | null })[]
  /** Who must hear what came of it (art. 19), beside those who have an account here. */
  readonly authorities: readonly AuthorityNoticeRow[]
}

export async function readRequest(reader: Reader, keyring: Keyring, found: FoundRequest): Promise<OpenedRequest> {
  const key = (await personKeysFor(reader, keyring, [found.person_id])).get(found.person_id)
  const states = await statesOf(reader, found.id)
  const opened = (field: string, sealed: Buffer | null) => (key && sealed ? open(key, field, sealed) : null)
  return {
    found,
    name: nameIn(key, found),
    text: opened('rights_requests.text', found.text_sealed),
    proposal: opened('rights_requests.proposal', found.proposal_sealed),
    authorities: await authorityNoticesOf(reader, found.id),
    states: states.map((state) => ({ ...state, note: opened('rights_request_states.note', state.note_sealed) })),
  }
}

/** Who asks. Null when the key or the record is gone or out of sight. */
export const nameIn = (key: PersonKey | undefined, { name_sealed }: Pick<RequestRow, 'name_sealed'>): string | null =>
  key && name_sealed ? open(key, 'patients.name', name_sealed) : null
