import type { Temporal } from '#kernel/time.ts'
import type { PolicyModel } from '#policy/model.ts'

/** Why an agreement ends, as the operator chooses it. */
export const endingReasons = ['their-notice', 'our-notice', 'closing', 'breach'] as const
export type EndingReason = (typeof endingReasons)[number] | 'service-ends' | 'replay'

/** How an agreement stands. */
export type AgreementState = 'running' | 'ending' | 'ended'

export const stateOf = (row: {
  readonly last_day: Temporal.PlainDate | null
  readonly took_effect_at: Temporal.Instant | null
}): AgreementState => {
  if (row.took_effect_at) return 'ended'
  return row.last_day ? 'ending' : 'running'
}

/** What the job finishes one after the other; each is written down once. */
export type EndingStep = 'told' | 'visits-called-off' | 'contacts-erased' | 'company-erased'

/** The last day for taking journals over and answering requests. Throws when the model says nothing of it. */
export function accessUntil({ activities, site }: PolicyModel, today: Temporal.PlainDate): Temporal.PlainDate {
  const ending = activities.find(({ grants }) => grants.some(({ action }) => action === 'agreement.carry-out'))
  if (!ending) throw new Error(`The policy of ${site} does not say how an agreement ends`)
  return today.add(ending.retention.maximum.period)
}
