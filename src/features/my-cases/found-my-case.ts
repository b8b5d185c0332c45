import { type Id, readId } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import type { Actor } from '#policy/actor.ts'
import type { Facts } from '#policy/facts.ts'
import { type MyCaseRow, myCase } from './my-cases.sql.ts'

type Looking = {
  readonly reader: Reader
  readonly actor: Actor
  readonly params: { readonly caseId: string }
  readonly now: Temporal.Instant
}

/** The case in the address if it is about the person who is logged in, for `load`. */
export async function findMyCase({ reader, actor, params, now }: Looking): Promise<MyCaseRow | null> {
  const id = readId<'case'>(params.caseId)
  if (!id || actor.kind !== 'patient') return null
  return myCase(reader, id, { personId: actor.personId, now })
}

export const factsOfMyCase = (found: { readonly id: Id<'case'>; readonly person_id: Id<'person'> }): Facts => ({
  caseId: found.id,
  personId: found.person_id,
})
