import { matchRecoveryCode } from '#platform/crypto/recovery-codes.ts'
import type { Tx } from '#platform/db/database.ts'
import { emptyForm } from '#platform/html/page.ts'
import { action, type Visit } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { text } from '#platform/http/form-fields.ts'
import { routes } from '#src/routes.ts'
import { recoveryCodesOf, useRecoveryCode } from './factors.sql.ts'
import { wrong } from './give-code.ts'
import { overView } from './give-code.view.tsx'
import { logInTexts } from './log-in.texts.ts'
import { type Factors, loadHalf, mayTryCode } from './second-factor.ts'
import { startSession } from './sessions.ts'
import { recoveryView } from './use-recovery-code.view.tsx'

export const showRecovery = action({
  at: routes.logIn.recovery.form,
  asks: 'log-in.staff',
  touches: ['credentials'],
  as: 'gatekeeper',
  load: loadHalf,
  async run({ found: { half }, page }) {
    return half
      ? show(recoveryView(page, emptyForm))
      : seeOther(routes.logIn.staff.form.href({}, { notice: 'too-slow' }))
  },
})

/** The way in for who lost the phone: one of ten codes, each once. It leads to the account, to set up a new factor. */
export const enterWithRecoveryCode = action({
  at: routes.logIn.recovery.create,
  asks: 'log-in.staff',
  touches: ['credentials'],
  as: 'gatekeeper',
  limit: 'log-in',
  load: loadHalf,
  input: form({
    code: text({ max: 40, missing: { da: logInTexts.da.missingRecovery, en: logInTexts.en.missingRecovery } }),
  }),
  again: ({ found: { half }, page, form: typed }) => (half ? recoveryView(page, typed) : overView(page)),
  async run({ found: { half }, input, form: typed, page, tx, record, ...visit }) {
    if (!half) return seeOther(routes.logIn.staff.form.href({}, { notice: 'too-slow' }))
    const t = logInTexts[page.language]
    record({ detail: { userId: half.userId, step: 'recovery-code' } })
    const refuse = (field: string, message: string, status: number) =>
      show(recoveryView(page, wrong(typed, field, message)), status)
    if (!mayTryCode(visit, half.userId)) return refuse('', t.tooMany, 429)
    const outcome = await useCode(tx, visit, half, input.code)
    if (outcome !== 'used-now') return refuse('code', outcome === 'used' ? t.usedRecovery : t.wrongRecovery, 422)
    const cookie = await startSession(tx, visit, { kind: 'staff', userId: half.userId })
    return seeOther(routes.account.show.href({}, { notice: 'recovery-code-used' }), cookie)
  },
})

async function useCode(
  tx: Tx,
  { services, now }: Pick<Visit, 'services' | 'now'>,
  { userId }: Factors,
  typed: string,
): Promise<'used-now' | 'used' | 'wrong'> {
  const stored = await recoveryCodesOf(tx, userId)
  const codes = stored.map(({ hash, used }) => ({ hash: Buffer.from(hash, 'hex'), used }))
  const match = matchRecoveryCode(services.keyring, typed, codes)
  if (match.kind !== 'match') return match.kind
  return (await useRecoveryCode(tx, userId, stored[match.index]!.hash, now)) ? 'used-now' : 'used'
}
