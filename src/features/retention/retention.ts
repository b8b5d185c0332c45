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

/** How long a clinic must keep its journal, as the model says: what nobody has taken over stays, sealed and unseen, until then. */
export type JournalRule = { readonly least: string; readonly longer: string; readonly professions: readonly string[] }

/** The duties of clinics, from their latest entry. Throws when no activity says what a clinic must keep. */
export function journalRuleOf({ activities, site }: PolicyModel): JournalRule {
  const duties = activities.flatMap(({ retention }) => retention.minimum ?? []).filter(({ on }) => on === 'clinic')
  const longest = duties.find(({ professions }) => professions)
  const rest = duties.find(({ professions }) => !professions)
  if (!rest) throw new Error(`The policy of ${site} says of no journal how long it must be kept`)
  return { least: rest.period, longer: longest?.period ?? rest.period, professions: longest?.professions ?? [] }
}

/** Whole months of an ISO 8601 period: P6M is 6, P1Y is 12. Throws for other units: a case is not kept by the day. */
function monthsOf(period: string): number {
  const [, count, unit] = /^P(\d+)([YM])$/.exec(period) ?? []
  if (!count) throw new Error(`${period} is not a period of whole months or years`)
  return Number(count) * (unit === 'Y' ? 12 : 1)
}

/** Why a case that is due is not erased yet. */
export type KeptBecause = 'legal-hold' | 'journal-not-handed-over' | 'journal-of-a-clinic-that-left'

export type DueCase = {
  readonly isHeld: boolean
  readonly journalsWaiting: number
  /** Of clinics that have left without taking them, and must be kept by law all the same. */
  readonly journalsLeft: number
}

/** A hold outweighs the maximum; a journal that a clinic must keep is handed over first; otherwise the case goes. */
export function fateOf({ isHeld, journalsWaiting, journalsLeft }: DueCase): 'erase' | KeptBecause {
  if (isHeld) return 'legal-hold'
  if (journalsWaiting > 0) return 'journal-not-handed-over'
  return journalsLeft > 0 ? 'journal-of-a-clinic-that-left' : 'erase'
}
