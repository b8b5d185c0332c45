import { type Id, readId } from '#kernel/ids.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import type { Reader } from '#platform/db/database.ts'
import type { Actor } from '#policy/actor.ts'
import type { Facts } from '#policy/facts.ts'
import { openEmail, openNote, openWords, type Words } from './direct-request.ts'
import { type DirectRow, type DirectStateRow, directRequestById, directStatesOf } from './direct-requests.sql.ts'

type Looking = { readonly reader: Reader; readonly actor: Actor; readonly params: { readonly rightsRequestId: string } }

/** The request in the address, of whoever may know of it. */
export async function findDirect(reader: Reader, text: string): Promise<DirectRow | null> {
  const id = readId<'rights-request'>(text)
  return id && directRequestById(reader, id)
}

/** The request in the address if it is the actor's own organisation that answers, for `load`. */
export async function findDirectToUs({ reader, actor, params }: Looking): Promise<DirectRow | null> {
  const found = await findDirect(reader, params.rightsRequestId)
  return actor.kind === 'staff' && found?.controller_id === actor.organisationId ? found : null
}

export const factsOfDirect = (found: DirectRow): Facts => ({
  organisationId: found.controller_id,
  object: { type: 'direct-request', id: found.id },
})

/** A request with what is sealed opened. */
export type OpenedDirect = {
  readonly found: DirectRow
  /** What to call whoever asks: a colleague's name, an enquirer's address; null when neither is known any more. */
  readonly who: string | null
  readonly words: Words
  readonly states: readonly (DirectStateRow & { readonly note: string | null })[]
}

export async function readDirect(reader: Reader, keyring: Keyring, found: DirectRow): Promise<OpenedDirect> {
  const states = await directStatesOf(reader, found.id as Id<'rights-request'>)
  return {
    found,
    who: whoAsks(keyring, found),
    words: found.words_sealed ? openWords(keyring, found.id, found.words_sealed) : { text: null, proposal: null },
    states: states.map((state) => ({
      ...state,
      note: state.note_id && state.note_sealed ? openNote(keyring, state.note_id, state.note_sealed) : null,
    })),
  }
}

export const whoAsks = (keyring: Keyring, { id, user_name, email_sealed }: DirectRow): string | null =>
  user_name ?? (email_sealed && openEmail(keyring, id, email_sealed))
