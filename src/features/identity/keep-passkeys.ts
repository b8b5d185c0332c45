import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { passkeyRegistrationOptions, verifyPasskeyRegistration } from '#platform/crypto/passkeys.ts'
import type { Tx } from '#platform/db/database.ts'
import { action, type Visit } from '#platform/http/action.ts'
import { missing, seeOther, sendJson, sendProblem, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { text } from '#platform/http/form-fields.ts'
import { routes } from '#src/routes.ts'
import { accountTexts } from './account.texts.ts'
import { aboutUser, loadAccount, logInAnew, type OwnAccount } from './account.ts'
import { deletePasskey, insertPasskey } from './factors.sql.ts'
import { readAnswer } from './passkey-answer.ts'
import { hasFactor, relyingParty, storedPasskey } from './second-factor.ts'
import { keepChallenge, takeChallenge } from './sessions.sql.ts'
import { accountView } from './view-account.view.tsx'

const challengeMinutes = 5

/** The question for a new passkey; it names those the user has, so that one device is not added twice. */
export const beginNewPasskey = action({
  at: routes.account.passkey.begin,
  asks: 'account.change',
  touches: ['business-contact', 'credentials'],
  load: loadAccount,
  facts: aboutUser,
  async run({ found, tx, session, now, ...visit }) {
    if (!found.mayChangeFactors) return sendProblem({ type: '/account', title: 'Log in again', status: 403 })
    const options = await passkeyRegistrationOptions(relyingParty(visit), {
      id: Buffer.from(found.userId),
      name: found.email,
      existing: found.passkeys.map(storedPasskey),
    })
    if (session) await keepChallenge(tx, session.tokenHash, options.challenge, now.add({ minutes: challengeMinutes }))
    return sendJson(options)
  },
})

export const addPasskey = action({
  at: routes.account.passkey.create,
  asks: 'account.change',
  touches: ['business-contact', 'credentials'],
  load: loadAccount,
  facts: aboutUser,
  input: form({ name: text({ max: 60 }), answer: text({ max: 20_000 }) }),
  again: ({ found, page, form: typed }) =>
    accountView({ page, account: found, passkeyForm: { ...typed, errors: aboutName(typed.errors) } }),
  async run({ found, input, form: typed, page, tx, record, ...visit }) {
    if (!found.mayChangeFactors) return logInAnew()
    if (await added(tx, { ...visit, page }, found, input)) {
      record({ detail: { change: 'passkey-added' } })
      return seeOther(routes.account.show.href({}, { notice: 'passkey-added' }))
    }
    const errors = [{ field: '', message: accountTexts[page.language].passkeyProblem }]
    return show(accountView({ page, account: found, passkeyForm: { ...typed, errors } }), 422)
  },
})

/** The answer is the authenticator's, not typed: its being missing is told by the island. */
const aboutName = <Error extends { readonly field: string }>(errors: readonly Error[]) =>
  errors.filter(({ field }) => field !== 'answer')

async function added(
  tx: Tx,
  visit: Pick<Visit, 'session' | 'now' | 'services' | 'page'>,
  { userId }: OwnAccount,
  input: { name: string; answer: string },
): Promise<boolean> {
  const taken = visit.session && (await takeChallenge(tx, visit.session.tokenHash, visit.now))
  const answer = readAnswer<RegistrationResponseJSON>(input.answer)
  if (!taken?.challenge || !answer) return false
  const verified = await verifyPasskeyRegistration(relyingParty(visit), taken.challenge, answer)
  return verified.ok && insertPasskey(tx, userId, { ...verified.value, name: input.name })
}

/** The last second factor stays: an account with a password alone would be weaker than it was. */
export const removePasskey = action({
  at: routes.account.passkey.removal,
  asks: 'account.change',
  touches: ['business-contact', 'credentials'],
  load: loadAccount,
  facts: aboutUser,
  async run({ found, params, tx, record }) {
    if (!found.mayChangeFactors) return logInAnew()
    const passkeys = found.passkeys.filter((row) => row.credential_id !== params.credentialId)
    if (passkeys.length === found.passkeys.length) return missing
    if (!hasFactor({ totp: found.totp, passkeys })) {
      return seeOther(routes.account.show.href({}, { notice: 'last-factor' }))
    }
    await deletePasskey(tx, found.userId, params.credentialId)
    record({ detail: { change: 'passkey-removed' } })
    return seeOther(routes.account.show.href({}, { notice: 'passkey-removed' }))
  },
})
