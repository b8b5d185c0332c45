import { Temporal } from '#kernel/time.ts'
import type { Activity, PolicyModel } from '#policy/model.ts'
import type { Processor } from '#policy/processors.ts'
import { liveThirdParties, type ThirdParty } from '#policy/third-parties.ts'
import type { DecisionCount } from './day-counts.sql.ts'

export type WatchedActivity = {
  readonly activity: Activity
  /** It stands in the record that this site shows. */
  readonly isInRecord: boolean
  readonly allowed: number
  readonly refused: number
}

/**
 * Each activity with what was decided under it. What nobody may do is refused under no activity; what several allow is counted with the first,
 * as the gate asks them.
 */
export function decisionsByActivity(
  models: readonly PolicyModel[],
  decisions: readonly DecisionCount[],
): WatchedActivity[] {
  const all = models.flatMap(({ site, activities }) => activities.map((activity) => ({ site, activity })))
  const homes = new Map<string, Activity>()
  for (const { activity } of all)
    for (const { action } of activity.grants) if (!homes.has(action)) homes.set(action, activity)
  return all.map(({ site, activity }) => {
    const under = decisions.filter(({ action }) => homes.get(action) === activity)
    const sum = (pick: (one: DecisionCount) => number) => under.reduce((total, one) => total + pick(one), 0)
    const isInRecord = site === models[0]?.site
    return { activity, isInRecord, allowed: sum(({ allowed }) => allowed), refused: sum(({ refused }) => refused) }
  })
}

const agreementAgesAfterYears = 2

export type WatchedProcessor = {
  readonly processor: Processor
  readonly sites: readonly string[]
  /** The agreement is so old that somebody should read it again. */
  readonly isOld: boolean
}

/** Everybody who processes for any of the sites, once. */
export function processorsOf(models: readonly PolicyModel[], today: Temporal.PlainDate): WatchedProcessor[] {
  const byId = Map.groupBy(
    models.flatMap(({ site, processors }) => processors.map((processor) => ({ site, processor }))),
    ({ processor }) => processor.id,
  )
  return [...byId.values()].flatMap((uses) => {
    const processor = uses[0]?.processor
    if (!processor) return []
    const agesOn = Temporal.PlainDate.from(processor.agreedOn).add({ years: agreementAgesAfterYears })
    const isOld = Temporal.PlainDate.compare(agesOn, today) < 0
    return [{ processor, sites: uses.map(({ site }) => site), isOld }]
  })
}

const thirdPartyTypes = ['web-analytics', 'behaviour-analytics', 'error-tracking', 'embed'] as const

export type WatchedThirdParty = {
  readonly type: ThirdParty['type']
  /** Those that a site calls now, with its name. */
  readonly live: readonly { readonly site: string; readonly thirdParty: ThirdParty; readonly processor: string }[]
}

/** Each kind of third party that a site could call, and who is called. */
export const thirdPartiesOf = (
  models: readonly PolicyModel[],
  urls: Readonly<Record<string, URL>>,
): readonly WatchedThirdParty[] =>
  thirdPartyTypes.map((type) => ({
    type,
    live: models.flatMap((model) =>
      liveThirdParties(model, urls[model.site]?.hostname ?? '')
        .filter((one) => one.type === type)
        .map((thirdParty) => ({
          site: model.site,
          thirdParty,
          processor: model.processors.find(({ id }) => id === thirdParty.processor)?.name ?? thirdParty.processor,
        })),
    ),
  }))
