/**
 * What rests on the consent of the person alone, and so must go at once when it is withdrawn (GDPR art. 17(1)(b)): the categories that no
 * activity needs on any other basis. Read from the model, so that the policy, the catalogue and the erasure cannot mean different things.
 */
import { Temporal } from '#kernel/time.ts'
import type { DataCategory, Purpose } from './categories.ts'
import type { Retention } from './retention.ts'

type Processing = {
  readonly id: string
  readonly purpose: Purpose
  readonly basis: { readonly article6: string }
  readonly data: readonly DataCategory[]
  readonly retention: Retention
}

/** To show people what is held about them is no reason to hold it. */
const isReasonToKeep = ({ purpose }: Processing) => purpose !== 'transparency'

export function restsOnConsentAlone(activities: readonly Processing[]): readonly DataCategory[] {
  const keeping = activities.filter(isReasonToKeep)
  const needed = (onConsent: boolean) =>
    new Set(keeping.filter(({ basis }) => (basis.article6 === 'consent') === onConsent).flatMap(({ data }) => data))
  const otherwise = needed(false)
  return [...needed(true)].filter((category) => category !== 'none' && !otherwise.has(category))
}

/** An activity that keeps something on consent alone says that it goes at once with the consent, and not at any later time (T20.1). */
export function withdrawalProblems(activities: readonly Processing[]): string[] {
  const alone = new Set(restsOnConsentAlone(activities))
  return activities.filter(isReasonToKeep).flatMap(({ id, data, retention }) => {
    const going = (retention.parts ?? []).filter(({ from }) => from === 'consent-withdrawn')
    const isLate = going.some(({ period }) => !Temporal.Duration.from(period).blank)
    if (isLate) return [`Activity ${id} erases later than at once when the consent is withdrawn (T20.1)`]
    const kept = data.filter((category) => alone.has(category))
    return kept.length > 0 && going.length === 0
      ? [
          `Activity ${id} keeps ${kept.join(', ')} on consent alone, and does not say that it goes with the consent (T20.1)`,
        ]
      : []
  })
}
