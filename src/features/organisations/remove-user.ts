import { violatedConstraint } from '#platform/db/database.ts'
import { action } from '#platform/http/action.ts'
import { missing, seeOther, show } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { endAccess } from './users.sql.ts'
import { userTexts } from './view-user.texts.ts'
import { factsOfUser, findUser, userPage } from './view-user.ts'

/** Ends a colleague's access: sessions, roles and ways of logging in go in the same moment (T19.6). */
export const removeUser = action({
  at: routes.organisation.removal,
  asks: 'user.remove',
  touches: ['business-contact'],
  load: findUser,
  facts: factsOfUser,
  async run({ tx, permit, found, page, language }) {
    try {
      const ended = await tx.attempt(() => endAccess(tx, found.id))
      return ended ? seeOther(routes.organisation.users.href({}, { notice: 'removed' })) : missing
    } catch (error) {
      if (violatedConstraint(error) !== 'organisation_keeps_an_administrator') throw error
      const form = { values: { roles: found.roles }, errors: [] }
      return show(userPage({ page, found, permit, form, refusal: userTexts[language].lastAdministrator }), 422)
    }
  },
})
