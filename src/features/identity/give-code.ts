import { texts } from '#kernel/language.ts'
import { emptyForm, type FormState } from '#platform/html/page.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { text } from '#platform/http/form-fields.ts'
import { localPath } from '#platform/http/local-path.ts'
import { routes } from '#src/routes.ts'
import { overView, secondFactorView } from './give-code.view.tsx'
import { logInTexts } from './log-in.texts.ts'
import { acceptTotp, hasFactor, loadHalf, mayTryCode } from './second-factor.ts'
import { startSession } from './sessions.ts'

/** Where a half log-in chooses its second factor. */
export const showSecondFactor = action({
  at: routes.logIn.secondFactor.form,
  asks: 'log-in.staff',
  touches: ['credentials'],
  as: 'gatekeeper',
  load: loadHalf,
  async run({ found: { half }, page, query }) {
    if (!half) return seeOther(routes.logIn.staff.form.href({}, { notice: 'too-slow' }))
    const returnTo = localPath(query.get('returnTo'))
    if (!hasFactor(half)) return seeOther(routes.logIn.setUp.form.href({}, { returnTo }))
    return show(secondFactorView(page, emptyForm, half, returnTo))
  },
})

/** The second half: a code from the app, each accepted once. */
export const giveCode = action({
  at: routes.logIn.secondFactor.create,
  asks: 'log-in.staff',
  touches: ['credentials'],
  as: 'gatekeeper',
  limit: 'log-in',
  load: loadHalf,
  input: form({
    code: text({ max: 20, missing: texts('Skriv koden fra din app', 'Enter the code from your app') }),
    returnTo: text({ max: 2000 }).optional(),
  }),
  again: ({ found: { half }, page, form: typed }) => (half ? secondFactorView(page, typed, half, '/') : overView(page)),
  async run({ found: { half }, input, form: typed, page, tx, record, ...visit }) {
    if (!half) return seeOther(routes.logIn.staff.form.href({}, { notice: 'too-slow' }))
    const t = logInTexts[page.language]
    const returnTo = localPath(input.returnTo)
    record({ detail: { userId: half.userId, step: 'code' } })
    const refuse = (field: string, message: string, status: number) =>
      show(secondFactorView(page, wrong(typed, field, message), half, returnTo), status)
    if (!mayTryCode(visit, half.userId)) return refuse('', t.tooMany, 429)
    const outcome = await acceptTotp(tx, { keyring: visit.services.keyring, now: visit.now }, half, input.code)
    if (outcome !== 'accepted') return refuse('code', outcome === 'wrong' ? t.wrongCode : t.usedCode, 422)
    return seeOther(returnTo, await startSession(tx, visit, { kind: 'staff', userId: half.userId }))
  },
})

/** A refused code is not shown again: the next one is another. */
export const wrong = (typed: FormState, field: string, message: string): FormState => ({
  values: Object.fromEntries(Object.entries(typed.values).filter(([name]) => name !== 'code')),
  errors: [{ field, message }],
})
