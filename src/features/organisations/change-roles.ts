import { violatedConstraint } from '#platform/db/database.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { userOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { rolesField } from './invite-user.ts'
import { saveRoles } from './users.sql.ts'
import { userTexts } from './view-user.texts.ts'
import { factsOfUser, findUser, userPage } from './view-user.ts'

/** Gives a colleague exactly the roles that were ticked. The last administrator stays one: the database sees to it. */
export const changeRoles = action({
  at: routes.organisation.roles,
  asks: 'user.change-roles',
  touches: ['business-contact'],
  load: findUser,
  facts: factsOfUser,
  input: (_, { actor }) => form({ roles: rolesField(actor) }),
  again: userPage,
  async run({ tx, permit, found, input, page, form, language, record }) {
    record({ detail: { from: found.roles, to: input.roles } })
    try {
      await tx.attempt(() => saveRoles(tx, { user: found, roles: input.roles, grantedBy: userOf(permit) }))
    } catch (error) {
      if (violatedConstraint(error) !== 'organisation_keeps_an_administrator') throw error
      const errors = [{ field: 'roles', message: userTexts[language].lastAdministrator }]
      return show(userPage({ page, found, permit, form: { ...form, errors } }), 422)
    }
    return seeOther(routes.organisation.user.href({ userId: found.id }, { notice: 'roles' }))
  },
})
