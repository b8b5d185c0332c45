import { action } from '#platform/http/action.ts'
import { seeOther, sendJson, sendProblem, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { text } from '#platform/http/form-fields.ts'
import { localPath } from '#platform/http/local-path.ts'
import { routes } from '#src/routes.ts'
import { wrong } from './give-code.ts'
import { overView, secondFactorView } from './give-code.view.tsx'
import { logInTexts } from './log-in.texts.ts'
import { acceptPasskey, askPasskey } from './passkey-log-in.ts'
import { loadHalf, mayTryCode } from './second-factor.ts'
import { startSession } from './sessions.ts'

/** The question for the authenticator, in the JSON that browsers read. It waits in the half log-in's session. */
export const beginPasskey = action({
  at: routes.logIn.passkey.begin,
  asks: 'log-in.staff',
  touches: ['credentials'],
  as: 'gatekeeper',
  limit: 'log-in',
  load: loadHalf,
  async run({ found: { half }, tx, ...visit }) {
    if (!half) return sendProblem({ type: '/log-in', title: 'Log in again', status: 403 })
    return sendJson(await askPasskey(tx, visit, half))
  },
})

/** The second half with a passkey: the answer to the one question this session was asked. */
export const givePasskey = action({
  at: routes.logIn.passkey.finish,
  asks: 'log-in.staff',
  touches: ['credentials'],
  as: 'gatekeeper',
  limit: 'log-in',
  load: loadHalf,
  input: form({ answer: text({ max: 20_000 }), returnTo: text({ max: 2000 }).optional() }),
  again: ({ found: { half }, page, form: typed }) =>
    half ? secondFactorView(page, { ...typed, values: {} }, half, '/') : overView(page),
  async run({ found: { half }, input, form: typed, tx, record, ...visit }) {
    if (!half) return seeOther(routes.logIn.staff.form.href({}, { notice: 'too-slow' }))
    const t = logInTexts[visit.language]
    const returnTo = localPath(input.returnTo)
    record({ detail: { userId: half.userId, step: 'passkey' } })
    const refuse = (message: string, status: number) =>
      show(secondFactorView(visit.page, wrong(typed, '', message), half, returnTo), status)
    if (!mayTryCode(visit, half.userId)) return refuse(t.tooMany, 429)
    if (!(await acceptPasskey(tx, visit, half, input.answer))) return refuse(t.passkeyProblem, 422)
    return seeOther(returnTo, await startSession(tx, visit, { kind: 'staff', userId: half.userId }))
  },
})
