import type { Id } from '#kernel/ids.ts'

export type Role =
  | 'administrator'
  | 'case-handler'
  | 'secretary'
  | 'practitioner'
  | 'support'
  | 'data-protection-officer'
  /** Given to nobody: what an administrator's session becomes when the agreement is over and something waits to be handed over. */
  | 'former-administrator'

export type OrganisationKind = 'insurer' | 'clinic' | 'hospital' | 'operator'

export type StaffActor = {
  readonly kind: 'staff'
  readonly userId: Id<'user'>
  readonly organisationId: Id<'organisation'>
  readonly organisationKind: OrganisationKind
  readonly roles: readonly Role[]
}
export type PatientActor = { readonly kind: 'patient'; readonly personId: Id<'person'> }
export type ApiActor = {
  readonly kind: 'api'
  readonly clientId: Id<'api-client'>
  readonly organisationId: Id<'organisation'>
  readonly organisationKind: OrganisationKind
}

/** Whoever asks. Nobody in particular and the system itself are actors too. */
export type Actor =
  | { readonly kind: 'anonymous' }
  | PatientActor
  | StaffActor
  | ApiActor
  | { readonly kind: 'system'; readonly task: string }

/** The classes of actors that a grant can name: by what they are, and for staff by organisation and role. */
export type ActorClass =
  | 'anyone'
  | 'anonymous'
  | 'patient'
  | 'system'
  | 'staff'
  | `${'insurer' | 'clinic' | 'operator'}:${Role}`
  | 'insurer:api'

/** Every class that an actor belongs to. A hospital counts as a clinic: it plays the same part. */
export function classesOf(actor: Actor): ReadonlySet<ActorClass> {
  switch (actor.kind) {
    case 'anonymous':
      return new Set(['anyone', 'anonymous'])
    case 'patient':
      return new Set(['anyone', 'patient'])
    case 'system':
      return new Set(['system'])
    case 'api':
      return new Set(actor.organisationKind === 'insurer' ? ['insurer:api'] : [])
    case 'staff': {
      const part = actor.organisationKind === 'hospital' ? 'clinic' : actor.organisationKind
      return new Set<ActorClass>(['anyone', 'staff', ...actor.roles.map((role) => `${part}:${role}` as const)])
    }
  }
}
