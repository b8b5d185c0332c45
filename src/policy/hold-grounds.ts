import type { Texts } from '#kernel/language.ts'
import { Temporal } from '#kernel/time.ts'

/**
 * What may keep a case from being erased when its time is up. `controller`: the insurer places it by hand, says why, and looks at it again in
 * time. `system`: it comes with what somebody asked for, and goes with the answer.
 */
export type HoldGround = {
  readonly id: HoldReason
  readonly placedBy: 'controller' | 'system'
  readonly name: Texts<string>
  /** Where the law lets data be kept because of it. */
  readonly law: Texts<string>
  /** What a patient reads about it. */
  readonly sentence: Texts<string>
  /** The longest until somebody looks at it again; an ISO 8601 duration. Null where it ends by itself. */
  readonly reviewWithin: string | null
  /** After so long it holds no longer, answered or not; an ISO 8601 duration. Left out where only an answer ends it. */
  readonly endsAfter?: string
}

export type HoldReason = 'claim' | 'complaint' | 'supervision' | 'open-request' | 'restriction' | 'session-request'

type Keeping = { readonly retention: { readonly holds?: readonly HoldGround[] } }

/** Every ground of a site's policy, in its order. */
export const holdGroundsOf = ({ activities }: { readonly activities: readonly Keeping[] }): readonly HoldGround[] =>
  activities.flatMap(({ retention }) => retention?.holds ?? [])

/** How long an unanswered question can hold a case. Throws where the policy does not say: nothing may hold one for ever. */
export function endOfHold(model: { readonly site: string; readonly activities: readonly Keeping[] }, id: HoldReason) {
  const period = holdGroundsOf(model).find((ground) => ground.id === id)?.endsAfter
  if (!period) throw new Error(`The policy of ${model.site} does not say how long ${id} may hold a case`)
  return Temporal.Duration.from(period)
}

/** What is wrong with the grounds: one that stands twice, or one by hand that nobody would ever look at again. */
export function holdProblems(model: { readonly activities: readonly Keeping[] }): string[] {
  const grounds = holdGroundsOf(model)
  const ids = grounds.map(({ id }) => id)
  return [
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `Ground ${id} for a hold stands twice`),
    ...grounds
      .filter(({ placedBy, reviewWithin }) => placedBy === 'controller' && reviewWithin === null)
      .map(({ id }) => `Ground ${id} could keep a case for ever: nobody looks at it again`),
  ]
}
