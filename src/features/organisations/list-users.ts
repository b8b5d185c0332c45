import type { Reader } from '#platform/db/database.ts'
import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { organisationOf, type Permit } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { lastInvitationsOf } from './invitations.sql.ts'
import { usersNotices } from './list-users.texts.ts'
import { type UsersShown, usersView } from './list-users.view.tsx'
import { rolesFor } from './role-names.ts'
import { usersOf } from './users.sql.ts'

/** Who of the administrator's own organisation has access, and who is invited. */
export const listUsers = action({
  at: routes.organisation.users,
  asks: 'user.list',
  touches: ['business-contact'],
  notices: usersNotices,
  async run({ page, tx, permit, form }) {
    return show(usersView(page, await usersShown(tx, permit), form))
  },
})

/** What the page of users shows, for every action that shows it. */
export async function usersShown(reader: Reader, permit: Permit): Promise<UsersShown> {
  const organisationId = organisationOf(permit)
  return {
    users: await usersOf(reader, organisationId),
    invitations: await lastInvitationsOf(reader, organisationId),
    roles: rolesFor(permit),
    self: permit.actor.kind === 'staff' ? permit.actor.userId : null,
  }
}
