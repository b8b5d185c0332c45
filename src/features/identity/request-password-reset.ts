import { emptyForm } from '#platform/html/page.ts'
import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { email } from '#platform/http/form-fields.ts'
import { routes } from '#src/routes.ts'
import { accountByEmail, enqueueReset } from './accounts.sql.ts'
import { resetAskedView, resetRequestView } from './reset-password.view.tsx'
import { mayTryPassword } from './second-factor.ts'

export const showPasswordReset = action({
  at: routes.passwordReset.form,
  asks: 'password.reset',
  touches: [],
  async run({ page }) {
    return show(resetRequestView(page, emptyForm))
  },
})

/** Says the same whoever asks for whom. The job makes the link and mails it, so a known address costs no more here than a row in the queue. */
export const requestPasswordReset = action({
  at: routes.passwordReset.create,
  asks: 'password.reset',
  touches: ['business-contact', 'credentials'],
  as: 'gatekeeper',
  limit: 'log-in',
  input: form({ email: email() }),
  again: ({ page, form: typed }) => resetRequestView(page, typed),
  async run({ input, page, tx, record, ...visit }) {
    const address = input.email.toLowerCase()
    const account = await accountByEmail(tx, address)
    if (account && mayTryPassword(visit, address)) {
      record({ detail: { userId: account.id } })
      await enqueueReset(tx, account.id)
    }
    return show(resetAskedView(page))
  },
})
