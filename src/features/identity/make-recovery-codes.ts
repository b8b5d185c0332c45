import { newRecoveryCodes } from '#platform/crypto/recovery-codes.ts'
import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { aboutUser, loadAccount, logInAnew } from './account.ts'
import { replaceRecoveryCodes } from './factors.sql.ts'
import { recoveryCodesView } from './make-recovery-codes.view.tsx'

/** Shows the codes in the answer itself: no address leads back to them, because only their hashes are kept. */
export const makeRecoveryCodes = action({
  at: routes.account.recoveryCodes,
  asks: 'account.change',
  touches: ['business-contact', 'credentials'],
  load: loadAccount,
  facts: aboutUser,
  async run({ found, page, services, tx, record }) {
    if (!found.mayChangeFactors) return logInAnew()
    const { codes, hashes } = newRecoveryCodes(services.keyring)
    await replaceRecoveryCodes(
      tx,
      found.userId,
      hashes.map((hash) => hash.toString('hex')),
    )
    record({ detail: { change: 'recovery-codes' } })
    return show(recoveryCodesView(page, codes))
  },
})
