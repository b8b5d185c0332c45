import { texts } from '#kernel/language.ts'
import { passwordMaxLength } from '#platform/crypto/password-rules.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { email, password, text } from '#platform/http/form-fields.ts'
import { localPath } from '#platform/http/local-path.ts'
import { routes } from '#src/routes.ts'
import { accountWithPassword } from './account-with-password.ts'
import { passkeysOf, totpOf } from './factors.sql.ts'
import { logInTexts } from './log-in.texts.ts'
import { staffLogInView } from './log-in-as-staff.view.tsx'
import { hasFactor, mayTryPassword } from './second-factor.ts'
import { startSession } from './sessions.ts'

export const showStaffLogIn = action({
  at: routes.logIn.staff.form,
  asks: 'log-in.staff',
  touches: [],
  notices: texts(
    {
      'password-set': 'Din nye adgangskode er gemt. Log ind med den.',
      'too-slow': 'Det tog for lang tid. Log ind igen.',
    },
    {
      'password-set': 'Your new password is saved. Log in with it.',
      'too-slow': 'It took too long. Log in again.',
    },
  ),
  async run({ actor, page, query, form: typed }) {
    const returnTo = localPath(query.get('returnTo'))
    return actor.kind === 'staff' ? seeOther(returnTo) : show(staffLogInView(page, typed, returnTo))
  },
})

/** The first half: the password. Known and unknown, right and wrong, removed and not, all cost the same and say the same. */
export const logInAsStaff = action({
  at: routes.logIn.staff.create,
  asks: 'log-in.staff',
  touches: ['business-contact', 'credentials'],
  as: 'gatekeeper',
  limit: 'log-in',
  input: form({
    email: email(),
    password: password({
      min: 1,
      max: passwordMaxLength,
      missing: texts('Skriv din adgangskode', 'Enter your password'),
    }),
    returnTo: text({ max: 2000 }).optional(),
  }),
  again: ({ page, form: typed }) => staffLogInView(page, typed, returnToOf(typed.values)),
  async run({ input, form: typed, page, tx, record, ...visit }) {
    const t = logInTexts[page.language]
    const address = input.email.toLowerCase()
    const refuse = (message: string, status: number) =>
      show(staffLogInView(page, { ...typed, errors: [{ field: '', message }] }, localPath(input.returnTo)), status)
    if (!mayTryPassword(visit, address)) return refuse(t.tooMany, 429)
    const account = await accountWithPassword(tx, address, input.password)
    if (!account) return refuse(t.wrong, 422)
    record({ detail: { userId: account.id, step: 'password' } })
    const cookie = await startSession(tx, visit, { kind: 'half-staff', userId: account.id })
    const factors = { totp: await totpOf(tx, account.id), passkeys: await passkeysOf(tx, account.id) }
    const next = hasFactor(factors) ? routes.logIn.secondFactor.form : routes.logIn.setUp.form
    return seeOther(next.href({}, { returnTo: input.returnTo }), cookie)
  },
})

const returnToOf = (values: Readonly<Record<string, unknown>>) =>
  localPath(typeof values['returnTo'] === 'string' ? values['returnTo'] : null)
