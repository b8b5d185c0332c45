import type { Id } from '#kernel/ids.ts'
import type { Reader } from '#platform/db/database.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import type { Permit } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { rolesFor } from './role-names.ts'
import { presentUser, type UserRow } from './users.sql.ts'
import { userNotices } from './view-user.texts.ts'
import { userView } from './view-user.view.tsx'

type Finding = { readonly params: { readonly userId: string }; readonly reader: Reader }

export const findUser = ({ params, reader }: Finding) => presentUser(reader, params.userId as Id<'user'>)

export const factsOfUser = (found: UserRow) => ({
  organisationId: found.organisation_id,
  userId: found.id,
  object: { type: 'user', id: found.id },
})

/** A colleague: what they may do, and the way to change or end it. */
export const viewUser = action({
  at: routes.organisation.user,
  asks: 'user.view',
  touches: ['business-contact'],
  notices: userNotices,
  load: findUser,
  facts: factsOfUser,
  async run({ page, found, permit }) {
    return show(userPage({ page, found, permit, form: { values: { roles: found.roles }, errors: [] } }))
  },
})

type Parts = {
  readonly page: Page
  readonly found: UserRow
  readonly permit: Permit
  readonly form: FormState
  readonly refusal?: string
}

export function userPage({ page, found, permit, form, refusal }: Parts) {
  const isSelf = permit.actor.kind === 'staff' && permit.actor.userId === found.id
  return userView(page, { user: found, roles: rolesFor(permit), isSelf, form, ...(refusal && { refusal }) })
}
