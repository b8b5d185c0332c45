import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { organisationOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { organisationsNotices } from './list-organisations.texts.ts'
import { organisationsView } from './list-organisations.view.tsx'
import { firstInvitations, registeredOrganisations } from './organisations.sql.ts'

/** Who uses the service, and whether their first administrator has come in. */
export const listOrganisations = action({
  at: routes.operator.organisations,
  asks: 'organisation.list',
  touches: ['business-contact'],
  notices: organisationsNotices,
  async run({ page, tx, permit }) {
    const organisations = await registeredOrganisations(tx)
    const invitations = await firstInvitations(tx, organisationOf(permit))
    const byOrganisation = new Map(invitations.map((invitation) => [invitation.organisation_id, invitation]))
    const mayRegister = permit.actor.kind === 'staff' && permit.actor.roles.includes('administrator')
    return show(organisationsView(page, { organisations, invitations: byOrganisation, mayRegister }))
  },
})
