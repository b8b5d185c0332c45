import { personKeyFor } from '#features/patients/index.ts'
import { readId } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import { open } from '#platform/crypto/field.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import type { Reader } from '#platform/db/database.ts'
import type { Actor } from '#policy/actor.ts'
import type { Facts } from '#policy/facts.ts'
import { type SessionRequestRow, sessionRequestOf } from './session-requests.sql.ts'
import { caseOf } from './show-case.sql.ts'

type Looking = { readonly reader: Reader; readonly actor: Actor; readonly params: { readonly requestId: string } }

/** The request in the address if it was sent to the actor's own organisation, for `load`. */
export async function findSessionRequest({ reader, actor, params }: Looking): Promise<SessionRequestRow | null> {
  const id = readId<'session-request'>(params.requestId)
  return id && actor.kind === 'staff' ? sessionRequestOf(reader, id, actor.organisationId) : null
}

export const factsOfRequest = (found: SessionRequestRow): Facts => ({
  caseId: found.case_id,
  personId: found.person_id,
  organisationId: found.insurer_id,
  object: { type: 'session-request', id: found.id },
})

export type OpenedRequest = Awaited<ReturnType<typeof readRequest>>

/** A request with what is sealed opened and how its case stands. */
export async function readRequest(
  reader: Reader,
  { keyring, now, found }: { keyring: Keyring; now: Temporal.Instant; found: SessionRequestRow },
) {
  const key = await personKeyFor(reader, keyring, found.person_id)
  const standing = await caseOf(reader, found.case_id, { insurerId: found.insurer_id, at: now })
  if (!standing) throw new Error('A session request without its case')
  return {
    found,
    standing,
    name: open(key, 'patients.name', found.name_sealed),
    reason: open(key, 'session_requests.reason', found.reason_sealed),
    refusal: found.refusal_sealed && open(key, 'session_answers.refusal', found.refusal_sealed),
  }
}
