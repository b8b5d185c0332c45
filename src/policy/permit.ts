import type { Id } from '#kernel/ids.ts'
import type { Actor } from './actor.ts'
import type { PersonalData, Purpose, SubjectKind } from './categories.ts'
import type { AskedConsent } from './consent-form.ts'
import type { Facts } from './facts.ts'
import type { ActionName } from './vocabulary.ts'

/** The categories of data about people that something shows, takes in or changes. */
export type Touches = readonly PersonalData[]

declare const minted: unique symbol

/**
 * Proof that the policy allowed this actor this action on this object. Writers and readers of clinical content demand one and take the
 * person from it. Only the gate mints it: the symbol is not exported, and the architecture test keeps casts out.
 */
export type Permit<Name extends ActionName = ActionName> = {
  readonly [minted]: true
  readonly action: Name
  readonly activity: string
  readonly policyVersion: string
  readonly purpose: Purpose
  /** Whose data its activity is about; `nobody` where there is nothing to log. */
  readonly subjects: readonly SubjectKind[]
  /** Exactly what was asked for, so that the trail says what was touched and not what the activity could have. */
  readonly data: Touches
  /** The words of the consent that is taken here, as this version of the policy has them. */
  readonly consent: AskedConsent | null
  readonly actor: Actor
  readonly facts: Facts
}

/** Asks the gate for a further action on behalf of the same actor: on these facts, touching these categories of data. */
export type PermitFor = <Name extends ActionName>(action: Name, facts: Facts, touches: Touches) => Permit<Name>

/** The person that a permit is about. Throws when the action has no such person: a fault in the caller. */
export function personOf(permit: Permit): Id<'person'> {
  if (!permit.facts.personId) throw new Error(`${permit.action} has no person`)
  return permit.facts.personId
}

/** The organisation that the permit's actor works for. Throws for actors without one. */
export function organisationOf(permit: Permit): Id<'organisation'> {
  const { actor } = permit
  if (actor.kind !== 'staff' && actor.kind !== 'api')
    throw new Error(`${permit.action} asked by nobody of an organisation`)
  return actor.organisationId
}

/** The user behind the permit, or null for patients, machines and the system. */
export const userOf = (permit: Permit): Id<'user'> | null =>
  permit.actor.kind === 'staff' ? permit.actor.userId : null

/** The consent that a permit lets somebody take. Throws where the policy takes none: a fault in the caller. */
export function consentOf(permit: Permit): AskedConsent {
  if (!permit.consent) throw new Error(`${permit.action} takes no consent`)
  return permit.consent
}
