/**
 * How long, in two fields that the law keeps apart: what somebody must keep (a duty, by a law) and what we promise to erase (a maximum). A
 * promise may outlast a duty, and then the rest of the time needs a reason of its own; a duty of somebody else may outlast our promise,
 * and then the data are handed over before they are erased. The record says so in both cases. A duty of our own never may.
 */
import type { Texts } from '#kernel/language.ts'
import { Temporal } from '#kernel/time.ts'
import type { ActionName } from './vocabulary.ts'

/** What a period is counted from. */
export type RetentionEvent =
  | 'course-end'
  | 'agreement-end'
  | 'account-end'
  | 'answered'
  | 'recorded'
  | 'last-contact'
  | 'last-entry'
  | 'financial-year-end'

/** A duty to keep: how long at least, who bears it, why, and by which law. Periods are ISO 8601 durations. */
export type Duty = {
  readonly period: string
  readonly from: RetentionEvent
  readonly on: 'us' | 'clinic' | 'insurer'
  /** Whose records it is about, as the services name professions; everybody else's unless said. */
  readonly professions?: readonly string[]
  readonly because: Texts<string>
  readonly law: Texts<string>
}

/** Something of an activity that goes by a period of its own, shorter than the whole. */
export type ShorterPart = {
  readonly id: string
  readonly what: Texts<string>
  readonly period: string
  readonly from: RetentionEvent
  readonly because: Texts<string>
}

export type Retention = {
  readonly from: RetentionEvent
  readonly minimum?: readonly Duty[]
  readonly maximum: { readonly period: string; readonly because: Texts<string> }
  readonly parts?: readonly ShorterPart[]
}

export type RetentionWarning =
  /** We promise more than the law asks: the time after the duty rests on the promise alone. */
  | { readonly kind: 'promise-outlasts-duty'; readonly duty: Duty }
  /** Somebody else must keep longer than we do: what is theirs is handed over before it is erased here. */
  | { readonly kind: 'duty-outlasts-promise'; readonly duty: Duty }

export const retentionWarnings = ({ minimum = [], maximum }: Retention): readonly RetentionWarning[] =>
  minimum.flatMap((duty): RetentionWarning[] => {
    const order = comparePeriods(maximum.period, duty.period)
    if (order === 0) return []
    return [{ kind: order > 0 ? 'promise-outlasts-duty' : 'duty-outlasts-promise', duty }]
  })

/** Negative when the first is shorter. A month and thirty days are compared from one New Year's Day. */
export const comparePeriods = (one: string, other: string): number =>
  Temporal.Duration.compare(one, other, { relativeTo: '2027-01-01' })

type Kept = {
  readonly id: string
  readonly retention: Retention
  readonly grants: readonly { readonly action: ActionName }[]
}
type Keeping = { readonly site: string; readonly activities: readonly Kept[] }

/** What of the periods cannot be: a policy that erases what we must keep ourselves, or what nobody has taken over. */
export const retentionProblems = (activities: readonly Kept[], handsOver: boolean): string[] =>
  activities.flatMap(({ id, retention }) => [
    ...retentionWarnings(retention).flatMap(({ kind, duty: { on, period } }) => {
      if (kind === 'promise-outlasts-duty') return []
      if (on === 'us') return [`Activity ${id} erases before the ${period} that we must keep have passed`]
      return handsOver && on === 'clinic'
        ? []
        : [`Activity ${id} erases what the ${on} must keep for ${period}, and hands it over to nobody`]
    }),
    ...(retention.parts ?? [])
      .filter(({ from, period }) => from === retention.from && comparePeriods(period, retention.maximum.period) > 0)
      .map((part) => `Part ${part.id} of activity ${id} outlasts the whole`),
  ])

/** The period of a part, wherever in the policy it stands. Throws when no activity says it: then nothing could be swept by it. */
export function periodOf({ site, activities }: Keeping, part: string): Temporal.Duration {
  const found = activities.flatMap(({ retention }) => retention.parts ?? []).find(({ id }) => id === part)
  if (!found) throw new Error(`The policy of ${site} does not say how long ${part} is kept`)
  return Temporal.Duration.from(found.period)
}

/** The longest that may be kept what an action brings in. Throws when no activity grants it. */
export function longestAfter({ site, activities }: Keeping, action: ActionName): Temporal.Duration {
  const activity = activities.find(({ grants }) => grants.some((one) => one.action === action))
  if (!activity) throw new Error(`The policy of ${site} does not say how long what ${action} brings in is kept`)
  return Temporal.Duration.from(activity.retention.maximum.period)
}
