import { hashPassword, verifyPassword } from '#platform/crypto/password-hash.ts'
import { passwordMaxLength } from '#platform/crypto/password-rules.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { password } from '#platform/http/form-fields.ts'
import { routes } from '#src/routes.ts'
import { accountTexts } from './account.texts.ts'
import { aboutUser, loadAccount } from './account.ts'
import { accountById, savePassword } from './accounts.sql.ts'
import { newPasswordCheck, newPasswordFields } from './new-password.ts'
import { mayTryPassword } from './second-factor.ts'
import { deleteSessionsOfUser } from './sessions.sql.ts'
import { accountView } from './view-account.view.tsx'

/** Only who knows the old password makes a new one; whoever was logged in elsewhere with the old one is out. */
export const changePassword = action({
  at: routes.account.password,
  asks: 'account.change',
  touches: ['credentials'],
  load: loadAccount,
  facts: aboutUser,
  input: ({ email }) =>
    form({ current: password({ min: 1, max: 2 * passwordMaxLength }), ...newPasswordFields }, newPasswordCheck(email)),
  again: ({ found, page, form: typed }) => accountView({ page, account: found, passwordForm: typed }),
  async run({ found, input, page, tx, record, session, ...visit }) {
    const t = accountTexts[page.language]
    const refuse = (field: string, message: string, status: number) => {
      const passwordForm = { values: {}, errors: [{ field, message }] }
      return show(accountView({ page, account: found, passwordForm }), status)
    }
    if (!mayTryPassword(visit, found.email)) return refuse('', t.tooMany, 429)
    const phc = (await accountById(tx, found.userId))?.phc
    if (!phc || !(await verifyPassword(input.current, phc))) return refuse('current', t.wrongCurrent, 422)
    await savePassword(tx, found.userId, await hashPassword(input.password))
    await deleteSessionsOfUser(tx, found.userId, session?.tokenHash ?? null)
    record({ detail: { change: 'password' } })
    return seeOther(routes.account.show.href({}, { notice: 'password-changed' }))
  },
})
