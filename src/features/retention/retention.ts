import type { PolicyModel } from '#policy/model.ts'

/** The rule that every case is swept by, compiled from the model: the shortest maximum that any of its activities promises. */
export type CaseRule = { readonly months: number }

/** Throws when no activity says how long after the course a case may be kept: there would be nothing to sweep by. */
export function caseRuleOf({ activities, site }: PolicyModel): CaseRule {
  const [shortest] = activities
    .filter(({ retention }) => retention.from === 'course-end')
    .map(({ retention: { maximum } }) => ({ months: monthsOf(maximum.period) }))
    .sort((a, b) => a.months - b.months)
  if (!shortest) throw new Error(`The policy of ${site} says of no activity how long it lasts after a course`)
  return shortest
}

/** Whole months of an ISO 8601 period: P6M is 6, P1Y is 12. Throws for other units: a case is not kept by the day. */
function monthsOf(period: string): number {
  const [, count, unit] = /^P(\d+)([YM])$/.exec(period) ?? []
  if (!count) throw new Error(`${period} is not a period of whole months or years`)
  return Number(count) * (unit === 'Y' ? 12 : 1)
}

/** Why a case that is due is not erased yet. */
export type KeptBecause = 'legal-hold' | 'journal-not-handed-over'

export type DueCase = {
  readonly isHeld: boolean
  readonly journalsWaiting: number
}

/** A hold outweighs the maximum; a journal that a clinic must keep is handed over first; otherwise the case goes. */
export function fateOf({ isHeld, journalsWaiting }: DueCase): 'erase' | KeptBecause {
  if (isHeld) return 'legal-hold'
  return journalsWaiting > 0 ? 'journal-not-handed-over' : 'erase'
}
