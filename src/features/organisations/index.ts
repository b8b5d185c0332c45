import type { Action } from '#platform/http/action.ts'
import { changeRoles } from './change-roles.ts'
import { inviteUser } from './invite-user.ts'
import { listOrganisations } from './list-organisations.ts'
import { listUsers } from './list-users.ts'
import { registerOrganisation, showRegistration } from './register-organisation.ts'
import { removeUser } from './remove-user.ts'
import { viewUser } from './view-user.ts'
import { resendInvitation, withdrawInvitation } from './withdraw-invitation.ts'

export const organisationActions: readonly Action[] = [
  listUsers,
  inviteUser,
  withdrawInvitation,
  resendInvitation,
  viewUser,
  changeRoles,
  removeUser,
  listOrganisations,
  showRegistration,
  registerOrganisation,
]
export { organisationsCatalogue } from './organisations.data.ts'
export { organisationTasks } from './send-invitation.ts'
