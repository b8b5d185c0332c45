import { type Actor, classesOf } from './actor.ts'
import { type AskedConsent, consentAskedFor } from './consent-form.ts'
import { type Condition, type Facts, isMet } from './facts.ts'
import type { Activity, Grant, PolicyModel } from './model.ts'
import type { Permit, Touches } from './permit.ts'
import { staysPossible, staysPossibleWhileResting } from './restriction.ts'
import type { ActionName } from './vocabulary.ts'

export type Refusal = {
  readonly kind: 'refused'
  readonly action: ActionName
  /**
   * `not-granted`: nobody of this class may. `condition`: the class may, but not on this object. `fields`: it may on this object, but no
   * activity that says so declares these categories. `restricted`: it is stored only.
   */
  readonly why:
    | { readonly kind: 'not-granted' }
    | { readonly kind: 'condition'; readonly unmet: readonly Condition[] }
    | { readonly kind: 'fields'; readonly lacking: Touches }
    | { readonly kind: 'restricted' }
}

export type Decision<Name extends ActionName> = { readonly kind: 'allowed'; readonly permit: Permit<Name> } | Refusal

export type Gate = {
  readonly model: PolicyModel
  /** May this actor do this to this object, and touch these categories of data? What the model does not allow is refused. */
  decide<Name extends ActionName>(action: Name, actor: Actor, facts: Facts, touches: Touches): Decision<Name>
  /** Could this actor be allowed it on some object? For menus and for sending the anonymous to log-in. */
  mayEver(action: ActionName, actor: Actor): boolean
}

/** The gate of one site, compiled from its policy model. */
export function openGate(model: PolicyModel): Gate {
  const grants = grantsByAction(model)
  const offersTo = (action: ActionName, actor: Actor) => {
    const classes = classesOf(actor)
    return (grants.get(action) ?? []).filter(({ grant }) => grant.to.some((to) => classes.has(to)))
  }
  return {
    model,
    decide(action, actor, facts, touches) {
      const offered = offersTo(action, actor)
      const refuse = (why: Refusal['why']): Refusal => ({ kind: 'refused', action, why })
      if (offered.length === 0) return refuse({ kind: 'not-granted' })
      const unmet = (offer: Offer) => offer.grant.when.filter((condition) => !isMet(condition, actor, facts))
      const holding = offered.filter((offer) => unmet(offer).length === 0)
      if (holding.length === 0) return refuse({ kind: 'condition', unmet: [...new Set(offered.flatMap(unmet))] })
      const covering = holding.find(({ activity }) => lackingIn(activity, touches).length === 0)
      if (!covering) return refuse({ kind: 'fields', lacking: fewestLacking(holding, touches) })
      if (isRestricted(action, facts)) return refuse({ kind: 'restricted' })
      return { kind: 'allowed', permit: mint({ action, activity: covering.activity, model, actor, facts, touches }) }
    },
    mayEver: (action, actor) => offersTo(action, actor).length > 0,
  }
}

/** What an activity does not declare of the categories that are asked for. What nobody has heard of is lacking, too. */
export const lackingIn = ({ data }: Pick<Activity, 'data'>, touches: Touches): Touches =>
  touches.filter((category) => !data.includes(category))

/** As the nearest of the activities sees it. */
const fewestLacking = (offers: readonly Offer[], touches: Touches) =>
  offers
    .map(({ activity }) => lackingIn(activity, touches))
    .reduce((fewest, lacking) => (lacking.length < fewest.length ? lacking : fewest))

const isRestricted = (action: ActionName, { restricted, resting }: Facts): boolean =>
  (restricted === true && !staysPossible(action)) || (resting === true && !staysPossibleWhileResting(action))

type Offer = { readonly activity: Activity; readonly grant: Grant }

function grantsByAction(model: PolicyModel): ReadonlyMap<ActionName, readonly Offer[]> {
  const offers = new Map<ActionName, Offer[]>()
  for (const activity of model.activities) {
    for (const grant of activity.grants) {
      offers.set(grant.action, [...(offers.get(grant.action) ?? []), { activity, grant }])
    }
  }
  return offers
}

type Minting<Name extends ActionName> = {
  action: Name
  activity: Activity
  model: PolicyModel
  actor: Actor
  facts: Facts
  touches: Touches
}

function mint<Name extends ActionName>(minting: Minting<Name>): Permit<Name> {
  const { action, activity, model, actor, facts, touches } = minting
  const { id, purpose, subjects } = activity
  const consent = activity.takesConsentFor ? consentOnce(model, activity.takesConsentFor) : null
  return Object.freeze({
    action,
    activity: id,
    policyVersion: model.version,
    purpose,
    subjects,
    data: Object.freeze([...touches]),
    consent,
    actor,
    facts,
  }) as Permit<Name>
}

const worded = new WeakMap<PolicyModel, Map<string, AskedConsent | null>>()

/** A model never changes, and a file of ten thousand cases asks as often. */
function consentOnce(model: PolicyModel, id: string): AskedConsent | null {
  const known = worded.get(model) ?? new Map<string, AskedConsent | null>()
  worded.set(model, known)
  const asked = known.get(id) ?? consentAskedFor(model, id)
  known.set(id, asked)
  return asked
}
