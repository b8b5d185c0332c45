import { emptyForm, type FormState } from '#platform/html/page.ts'
import { action, type Visit } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { routes } from '#src/routes.ts'
import { accountTexts } from './account.texts.ts'
import { aboutUser, loadAccount, logInAnew, type OwnAccount } from './account.ts'
import { wrong } from './give-code.ts'
import { mayTryCode } from './second-factor.ts'
import { newOffer, readOffer, type TotpOffer, takeIntoUse, totpFields } from './totp-offer.ts'
import { totpOfferTexts, totpOfferView } from './totp-offer.view.tsx'

export const showTotp = action({
  at: routes.account.totp.form,
  asks: 'account.change',
  touches: ['business-contact', 'credentials'],
  load: loadAccount,
  facts: aboutUser,
  async run({ found, ...visit }) {
    if (!found.mayChangeFactors) return logInAnew()
    return show(view(visit, found, emptyForm, newOffer(whoIs(visit, found))))
  },
})

/** The old app works until the new one has shown that it knows its secret. */
export const changeTotp = action({
  at: routes.account.totp.create,
  asks: 'account.change',
  touches: ['business-contact', 'credentials'],
  load: loadAccount,
  facts: aboutUser,
  input: form(totpFields),
  again: ({ found, form: typed, ...visit }) => view(visit, found, typed, offerIn(visit, found, typed)),
  async run({ found, input, form: typed, tx, record, ...visit }) {
    if (!found.mayChangeFactors) return logInAnew()
    const t = totpOfferTexts[visit.language]
    const who = whoIs(visit, found)
    const refuse = (message: string, offer: TotpOffer, status = 422) =>
      show(view(visit, found, wrong(typed, 'code', message), offer), status)
    const offer = readOffer(who, input.offer)
    if (!offer) return refuse(t.old, newOffer(who))
    if (!mayTryCode(visit, found.userId)) return refuse(accountTexts[visit.language].tooMany, offer, 429)
    if (!(await takeIntoUse(tx, who, offer, input.code))) return refuse(t.wrong, offer)
    record({ detail: { change: 'totp' } })
    return seeOther(routes.account.show.href({}, { notice: 'app-set' }))
  },
})

const whoIs = ({ services, now }: Pick<Visit, 'services' | 'now'>, { userId }: OwnAccount) => ({
  keyring: services.keyring,
  userId,
  now,
})

const offerIn = (visit: Pick<Visit, 'services' | 'now'>, found: OwnAccount, typed: FormState): TotpOffer => {
  const { offer } = typed.values
  const who = whoIs(visit, found)
  return (typeof offer === 'string' ? readOffer(who, offer) : null) ?? newOffer(who)
}

const view = ({ page }: Pick<Visit, 'page'>, { email }: OwnAccount, form: FormState, offer: TotpOffer) =>
  totpOfferView({
    page,
    form,
    offer,
    email,
    action: routes.account.totp.create.href({}),
    back: { href: routes.account.show.href({}), label: accountTexts[page.language].title },
  })
