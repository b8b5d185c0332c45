import { type HoldRow, holdsOfCase } from '#features/legal-holds/index.ts'
import { readId } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import type { Actor } from '#policy/actor.ts'
import type { Facts } from '#policy/facts.ts'
import { type CaseToEraseRow, caseToErase } from './erasure-orders.sql.ts'

export type CaseToErase = CaseToEraseRow & { readonly holds: readonly HoldRow[] }

type Looking = {
  readonly reader: Reader
  readonly actor: Actor
  readonly params: { readonly caseId: string }
  readonly now: Temporal.Instant
}

/** The case in the address if it is one of the actor's own organisation, with all that stands in the way of erasing it. */
export async function findCaseToErase({ reader, actor, params, now }: Looking): Promise<CaseToErase | null> {
  const id = readId<'case'>(params.caseId)
  if (!id || actor.kind !== 'staff') return null
  const found = await caseToErase(reader, id, { insurerId: actor.organisationId, now })
  return found && { ...found, holds: await holdsOfCase(reader, id) }
}

export const factsOfCase = (found: CaseToErase): Facts => ({
  caseId: found.id,
  personId: found.person_id,
  organisationId: found.insurer_id,
})

export const standingOf = (found: CaseToErase) => ({
  isHeld: found.holds.length > 0,
  nextVisitAt: found.next_visit_at,
  orderedAt: found.ordered_at,
})
