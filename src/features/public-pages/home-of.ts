import type { Actor, OrganisationKind } from '#policy/actor.ts'
import { routes } from '#src/routes.ts'

/** The page where somebody's work begins after log-in; null for those who are not logged in. */
export function homeOf(actor: Actor): string | null {
  if (actor.kind === 'patient') return routes.my.cases.href({})
  if (actor.kind !== 'staff') return null
  if (actor.roles.includes('former-administrator')) return homeOfFormer(actor.organisationKind)
  switch (actor.organisationKind) {
    case 'operator':
      return routes.operator.overview.href({})
    case 'insurer':
      return actor.roles.includes('case-handler') ? routes.case.list.href({}) : routes.organisation.users.href({})
    case 'clinic':
    case 'hospital':
      return actor.roles.some((role) => role === 'secretary' || role === 'practitioner')
        ? routes.clinic.day.href({})
        : routes.clinic.practitioners.href({})
  }
}

/** What is left to do after the agreement is over. */
const homeOfFormer = (kind: OrganisationKind): string =>
  kind === 'insurer' ? routes.rights.list.href({}) : routes.handover.list.href({})
