import type { Id } from '#kernel/ids.ts'
import type { Actor } from './actor.ts'

/**
 * What the gate must know of the object that is asked about. What is left out is unknown, and a condition on the unknown is not met.
 */
export type Facts = {
  /** The person whose data it is. */
  readonly personId?: Id<'person'>
  readonly caseId?: Id<'case'>
  /** The organisation that the object belongs to. */
  readonly organisationId?: Id<'organisation'>
  /** The user account it is about. */
  readonly userId?: Id<'user'>
  /** The organisations that the case is disclosed to on a consent that is live now. */
  readonly disclosedTo?: readonly Id<'organisation'>[]
  readonly consentLive?: boolean
  /** True once the consent of the case has been withdrawn and not given again. */
  readonly consentWithdrawn?: boolean
  /** Whether the case is stored only (GDPR art. 18). Every request that is about a case brings the answer: see `perform`. */
  readonly restricted?: boolean
  /** Whether the asker's own account is stored only. Every request of a member of staff brings the answer: see `perform`. */
  readonly resting?: boolean
  /** Whether the asker came by a live link that was mailed to the address that the object belongs to. */
  readonly byLink?: boolean
  /** Whether the agreement with the organisation that decides about the object has ended. */
  readonly controllerLeft?: boolean
  /** A further name of the object for the audit trail, e.g. { type: 'appointment', id }. */
  readonly object?: { readonly type: string; readonly id: string }
}

const conditions = {
  /** The patient's own data, or the member of staff's own account. */
  own: (actor: Actor, facts: Facts) =>
    (actor.kind === 'patient' && facts.personId === actor.personId) ||
    (actor.kind === 'staff' && facts.userId !== undefined && facts.userId === actor.userId),
  'own-organisation': (actor: Actor, facts: Facts) =>
    (actor.kind === 'staff' || actor.kind === 'api') && facts.organisationId === actor.organisationId,
  'disclosed-to-us': (actor: Actor, facts: Facts) =>
    actor.kind === 'staff' && (facts.disclosedTo ?? []).includes(actor.organisationId),
  'consent-live': (_: Actor, facts: Facts) => facts.consentLive === true,
  /** Also before the consent is marked. */
  'consent-not-withdrawn': (_: Actor, facts: Facts) => facts.consentWithdrawn === false,
  'by-link': (_: Actor, facts: Facts) => facts.byLink === true,
  /** Nobody of the organisation can log in any more. */
  'controller-left': (_: Actor, facts: Facts) => facts.controllerLeft === true,
} as const

/** What must be so about the object before a grant holds. */
export type Condition = keyof typeof conditions

export const isMet = (condition: Condition, actor: Actor, facts: Facts): boolean => conditions[condition](actor, facts)
