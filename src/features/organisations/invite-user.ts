import { texts } from '#kernel/language.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { choices, email, text } from '#platform/http/form-fields.ts'
import { organisationOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { invite } from './invite.ts'
import { usersTexts } from './list-users.texts.ts'
import { usersShown } from './list-users.ts'
import { usersView } from './list-users.view.tsx'
import { rolesFor } from './role-names.ts'

/** At least one of the roles that the administrator's organisation has. */
export const rolesField = (actor: Parameters<typeof rolesFor>[0]['actor']) =>
  choices(rolesFor({ actor }), { min: 1, missing: texts(usersTexts.da.chooseRoles, usersTexts.en.chooseRoles) })

/** Invites a colleague by mail (R2.6). */
export const inviteUser = action({
  at: routes.organisation.invite,
  asks: 'user.invite',
  touches: ['business-contact'],
  input: (_, { actor }) => form({ name: text({ max: 200 }), email: email(), roles: rolesField(actor) }),
  again: async ({ page, tx, permit, form }) => usersView(page, await usersShown(tx, permit), form),
  async run({ tx, permit, input, page, form, now, record, language }) {
    const outcome = await invite(tx, permit, { ...input, organisationId: organisationOf(permit), language, now })
    if (outcome.kind === 'invited') {
      record({ detail: { invitation: outcome.id, roles: input.roles } })
      return seeOther(routes.organisation.users.href({}, { notice: 'invited' }))
    }
    const t = usersTexts[language]
    const message = outcome.kind === 'address-in-use' ? t.addressInUse : t.alreadyInvited
    const wrong = { ...form, errors: [{ field: 'email', message }] }
    return show(usersView(page, await usersShown(tx, permit), wrong), 422)
  },
})
