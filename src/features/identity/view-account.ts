import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { accountNotices } from './account.texts.ts'
import { aboutUser, loadAccount } from './account.ts'
import { accountView } from './view-account.view.tsx'

/** How a member of staff logs in, and everything they can change about it. */
export const viewAccount = action({
  at: routes.account.show,
  asks: 'account.view',
  touches: ['business-contact', 'credentials'],
  notices: accountNotices,
  load: loadAccount,
  facts: aboutUser,
  async run({ found, page }) {
    return show(accountView({ page, account: found }))
  },
})
