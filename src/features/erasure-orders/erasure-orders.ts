import { dayOf, type Temporal } from '#kernel/time.ts'

/** Why an insurer has a case erased before its time: words of a list, so that what remains of an order says nothing of anybody. */
export const orderReasons = ['not-needed', 'mistake', 'unlawful', 'authority'] as const
export type OrderReason = (typeof orderReasons)[number]

/** How long the patient has to take a copy home. */
const daysToTakeACopy = 3

/** What stands in the way of an order, or of carrying it out. */
export type InTheWay = 'held' | 'visit-to-come' | 'ordered-already'

type Standing = {
  readonly isHeld: boolean
  readonly nextVisitAt: Temporal.Instant | null
  readonly orderedAt: Temporal.Instant | null
}

/** Why no order can be given now, or null. */
export function inTheWayOf({ isHeld, nextVisitAt, orderedAt }: Standing): InTheWay | null {
  if (orderedAt) return 'ordered-already'
  if (isHeld) return 'held'
  return nextVisitAt ? 'visit-to-come' : null
}

/** The first moment in which an order may be carried out. */
export const earliestAfter = (orderedAt: Temporal.Instant): Temporal.Instant =>
  orderedAt.add({ hours: 24 * daysToTakeACopy })

export const earliestDayAfter = (orderedAt: Temporal.Instant): Temporal.PlainDate => dayOf(earliestAfter(orderedAt))
