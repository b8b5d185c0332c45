import type { Reader } from '#platform/db/database.ts'
import { emptyForm, type FormState } from '#platform/html/page.ts'
import { action, type Visit } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { routes } from '#src/routes.ts'
import { wrong } from './give-code.ts'
import { overView } from './give-code.view.tsx'
import { logInTexts } from './log-in.texts.ts'
import { type Factors, hasFactor, loadHalf, mayTryCode } from './second-factor.ts'
import { startSession } from './sessions.ts'
import { newOffer, readOffer, type TotpOffer, takeIntoUse, totpFields } from './totp-offer.ts'
import { totpOfferTexts, totpOfferView } from './totp-offer.view.tsx'

/** Only for a half log-in whose user has no second factor yet: everybody else gives the one they have. */
async function loadBare(visit: Pick<Visit, 'session'> & { readonly reader: Reader }) {
  const { half } = await loadHalf(visit)
  return { half: half && !hasFactor(half) ? half : null }
}

export const showSetUp = action({
  at: routes.logIn.setUp.form,
  asks: 'log-in.staff',
  touches: ['business-contact', 'credentials'],
  as: 'gatekeeper',
  load: loadBare,
  async run({ found: { half }, ...visit }) {
    if (!half) return seeOther(routes.logIn.secondFactor.form.href({}))
    return show(setUpView(visit, half, emptyForm, newOffer(whoIs(visit, half))))
  },
})

/** Nobody gets in without a second factor: the first code of a new app makes the half log-in whole. */
export const setUpSecondFactor = action({
  at: routes.logIn.setUp.create,
  asks: 'log-in.staff',
  touches: ['business-contact', 'credentials'],
  as: 'gatekeeper',
  limit: 'log-in',
  load: loadBare,
  input: form(totpFields),
  again: ({ found: { half }, form: typed, ...visit }) =>
    half ? setUpView(visit, half, typed, offerIn(visit, half, typed)) : overView(visit.page),
  async run({ found: { half }, input, form: typed, tx, record, ...visit }) {
    if (!half) return seeOther(routes.logIn.secondFactor.form.href({}))
    const t = totpOfferTexts[visit.language]
    const who = whoIs(visit, half)
    record({ detail: { userId: half.userId, step: 'set-up' } })
    const refuse = (message: string, offer: TotpOffer, status = 422) =>
      show(setUpView(visit, half, wrong(typed, 'code', message), offer), status)
    const offer = readOffer(who, input.offer)
    if (!offer) return refuse(t.old, newOffer(who))
    if (!mayTryCode(visit, half.userId)) return refuse(logInTexts[visit.language].tooMany, offer, 429)
    if (!(await takeIntoUse(tx, who, offer, input.code))) return refuse(t.wrong, offer)
    const cookie = await startSession(tx, visit, { kind: 'staff', userId: half.userId })
    return seeOther(routes.account.show.href({}, { notice: 'second-factor-set' }), cookie)
  },
})

const whoIs = ({ services, now }: Pick<Visit, 'services' | 'now'>, { userId }: Factors) => ({
  keyring: services.keyring,
  userId,
  now,
})

const offerIn = (visit: Pick<Visit, 'services' | 'now'>, half: Factors, typed: FormState): TotpOffer => {
  const who = whoIs(visit, half)
  const { offer } = typed.values
  return (typeof offer === 'string' ? readOffer(who, offer) : null) ?? newOffer(who)
}

const setUpView = ({ page }: Pick<Visit, 'page'>, half: Factors, form: FormState, offer: TotpOffer) =>
  totpOfferView({ page, form, offer, email: half.email, action: routes.logIn.setUp.create.href({}) })
