import { type Actor, classesOf } from './actor.ts'
import { type AskedConsent, consentAskedFor } from './consent-form.ts'
import { type Condition, type Facts, isMet } from './facts.ts'
import type { Activity, Grant, PolicyModel } from './model.ts'
import type { Permit } from './permit.ts'
import { staysPossible } from './restriction.ts'
import type { ActionName } from './vocabulary.ts'

export type Refusal = {
  readonly kind: 'refused'
  readonly action: ActionName
  /** `not-granted`: nobody of this class may. `condition`: the class may, but not on this object. `restricted`: it is stored only. */
  readonly why:
    | { readonly kind: 'not-granted' }
    | { readonly kind: 'condition'; readonly unmet: readonly Condition[] }
    | { readonly kind: 'restricted' }
}

export type Decision<Name extends ActionName> = { readonly kind: 'allowed'; readonly permit: Permit<Name> } | Refusal

export type Gate = {
  readonly model: PolicyModel
  /** May this actor do this to this object? What the model does not allow is refused. */
  decide<Name extends ActionName>(action: Name, actor: Actor, facts: Facts): Decision<Name>
  /** Could this actor be allowed it on some object? For menus and for sending the anonymous to log-in. */
  mayEver(action: ActionName, actor: Actor): boolean
}

/** The gate of one site, compiled from its policy model. */
export function openGate(model: PolicyModel): Gate {
  const grants = grantsByAction(model)
  return {
    model,
    decide(action, actor, facts) {
      const classes = classesOf(actor)
      const offered = (grants.get(action) ?? []).filter(({ grant }) => grant.to.some((to) => classes.has(to)))
      const unmet = new Set<Condition>()
      for (const { activity, grant } of offered) {
        const failing = grant.when.filter((condition) => !isMet(condition, actor, facts))
        if (failing.length === 0 && facts.restricted && !staysPossible(action))
          return { kind: 'refused', action, why: { kind: 'restricted' } }
        if (failing.length === 0) return { kind: 'allowed', permit: mint({ action, activity, model, actor, facts }) }
        for (const condition of failing) unmet.add(condition)
      }
      const why =
        offered.length > 0 ? ({ kind: 'condition', unmet: [...unmet] } as const) : ({ kind: 'not-granted' } as const)
      return { kind: 'refused', action, why }
    },
    mayEver(action, actor) {
      const classes = classesOf(actor)
      return (grants.get(action) ?? []).some(({ grant }) => grant.to.some((to) => classes.has(to)))
    },
  }
}

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
}

function mint<Name extends ActionName>({ action, activity, model, actor, facts }: Minting<Name>): Permit<Name> {
  const { id, purpose, data } = activity
  const consent = activity.takesConsentFor ? consentOnce(model, activity.takesConsentFor) : null
  return Object.freeze({
    action,
    activity: id,
    policyVersion: model.version,
    purpose,
    data,
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
