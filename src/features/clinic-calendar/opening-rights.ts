import type { Actor } from '#policy/actor.ts'
import type { Facts } from '#policy/facts.ts'

/** Hours belong to the actor's own clinic: the reader sees no other's. */
export const ownClinicFacts = (_: unknown, { actor }: { readonly actor: Actor }): Facts =>
  actor.kind === 'staff' ? { organisationId: actor.organisationId } : {}

/** Whether the page shows the forms; the policy decides again when one is sent. */
export const mayChangeHours = (actor: Actor): boolean =>
  actor.kind === 'staff' && actor.roles.some((role) => role === 'administrator' || role === 'secretary')
