/**
 * Changing when people can come. The problem: a change may leave booked patients outside opening hours, and nobody must find that out
 * at a locked door. The idea: make the change, lay the days out anew, and look who now falls outside; unless the desk has seen and
 * accepted it, the change is undone and the patients are shown. It never cancels or moves anybody by itself.
 */
import { bookableUntil, layOutDays } from '#features/availability/index.ts'
import type { Id } from '#kernel/ids.ts'
import { dayOf, type Temporal } from '#kernel/time.ts'
import type { Tx } from '#platform/db/database.ts'
import { type VisitRow, visitsOutsideHours } from './visits.sql.ts'

export type Change = {
  readonly practitionerIds: readonly Id<'practitioner'>[]
  readonly write: () => Promise<unknown>
  /** Visits that the change concerns besides those outside the practitioners' hours: a closed room's. */
  readonly alsoConcerned?: () => Promise<readonly VisitRow[]>
  readonly accepted: boolean
  readonly now: Temporal.Instant
}

export type ChangeOutcome =
  | { readonly kind: 'changed'; readonly conflicts: number }
  | { readonly kind: 'conflicts'; readonly visits: readonly VisitRow[] }

/** Thrown within `changeHours` to undo; it never leaves there. */
class ConflictsSeen extends Error {
  override name = 'ConflictsSeen'
  readonly visits: readonly VisitRow[]
  constructor(visits: readonly VisitRow[]) {
    super('Visits would fall outside opening hours')
    this.visits = visits
  }
}

export async function changeHours(tx: Tx, change: Change): Promise<ChangeOutcome> {
  const { practitionerIds, now, accepted } = change
  const outsideBefore = new Set((await visitsOutsideHours(tx, practitionerIds, now)).map(({ id }) => id))
  try {
    return await tx.attempt(async () => {
      await change.write()
      for (const id of practitionerIds) await layOutDays(tx, id, { from: dayOf(now), until: bookableUntil(now) })
      const outside = (await visitsOutsideHours(tx, practitionerIds, now)).filter(({ id }) => !outsideBefore.has(id))
      const visits = [...outside, ...((await change.alsoConcerned?.()) ?? [])]
      if (visits.length > 0 && !accepted) throw new ConflictsSeen(visits)
      return { kind: 'changed', conflicts: visits.length } as const
    })
  } catch (error) {
    if (error instanceof ConflictsSeen) return { kind: 'conflicts', visits: error.visits }
    throw error
  }
}
