import { hashPassword } from '#platform/crypto/password-hash.ts'
import { hashToken } from '#platform/crypto/tokens.ts'
import type { Reader } from '#platform/db/database.ts'
import { emptyForm } from '#platform/html/page.ts'
import { action, type Visit } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { routes } from '#src/routes.ts'
import { accountOfReset, savePassword, useReset } from './accounts.sql.ts'
import { newPasswordCheck, newPasswordFields } from './new-password.ts'
import { newPasswordView, resetOverView } from './reset-password.view.tsx'
import { deleteSessionsOfUser } from './sessions.sql.ts'

type Asking = Pick<Visit<'/password-reset/:token'>, 'params' | 'now'> & { readonly reader: Reader }

/** Unknown, used and expired links are all the same to whoever holds one. */
async function loadReset({ params, now, reader }: Asking) {
  const tokenHash = hashToken(params.token)
  return { tokenHash, account: await accountOfReset(reader, tokenHash, now) }
}

export const showNewPassword = action({
  at: routes.passwordReset.choose,
  asks: 'password.reset',
  touches: ['credentials'],
  as: 'gatekeeper',
  limit: 'log-in',
  load: loadReset,
  async run({ found: { account }, page, params }) {
    return account ? show(newPasswordView(page, emptyForm, params.token)) : show(resetOverView(page), 410)
  },
})

/** The new password ends every session of its user: whoever had the old one is out. */
export const chooseNewPassword = action({
  at: routes.passwordReset.finish,
  asks: 'password.reset',
  touches: ['credentials'],
  as: 'gatekeeper',
  limit: 'log-in',
  load: loadReset,
  input: ({ account }) => form(newPasswordFields, newPasswordCheck(account?.email ?? '')),
  again: ({ found: { account }, page, form: typed, params }) =>
    account ? newPasswordView(page, typed, params.token) : resetOverView(page),
  async run({ found: { account, tokenHash }, input, page, tx, now, record }) {
    if (!account || !(await useReset(tx, tokenHash, account.id, now))) return show(resetOverView(page), 410)
    record({ detail: { userId: account.id } })
    await savePassword(tx, account.id, await hashPassword(input.password))
    await deleteSessionsOfUser(tx, account.id, null)
    return seeOther(routes.logIn.staff.form.href({}, { notice: 'password-set' }))
  },
})
