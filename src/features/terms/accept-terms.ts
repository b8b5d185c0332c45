import { newId } from '#kernel/ids.ts'
import { action, type Visit } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { text } from '#platform/http/form-fields.ts'
import { localPath } from '#platform/http/local-path.ts'
import type { PolicyModel } from '#policy/model.ts'
import { termsHashOf } from '#policy/terms.ts'
import type { PolicyVersion } from '#policy/version.ts'
import { routes } from '#src/routes.ts'
import { acceptTermsTexts } from './accept-terms.texts.ts'
import { acceptTermsView } from './accept-terms.view.tsx'
import { asker, whose } from './asked-terms.ts'
import { comingVisits } from './coming-visits.ts'
import { saveAcceptance } from './terms.sql.ts'

const own = (_: unknown, { actor }: Visit) => whose(actor)

/** What is new, the whole text, and one button; met after log-in by whoever has not accepted it (T19.5). Coming visits stand there, too. */
export const showTerms = (versions: readonly PolicyVersion[], model: PolicyModel) => {
  const ask = asker(versions, model)
  return action({
    at: routes.acceptTerms.form,
    asks: 'terms.accept',
    touches: ['consent-history'],
    facts: own,
    async run({ page, query, form, ...running }) {
      const { isAccepted, ...asked } = await ask(running.tx)
      const returnTo = localPath(query.get('returnTo'))
      if (isAccepted) return seeOther(returnTo)
      return show(acceptTermsView(page, { ...asked, returnTo, form, visits: await comingVisits(running) }))
    },
  })
}

/** Appends to the ledger which text was accepted, in which language, when and by whom. What was accepted before stays as it is (T1.1). */
export const acceptTerms = (versions: readonly PolicyVersion[], model: PolicyModel) => {
  const ask = asker(versions, model)
  return action({
    at: routes.acceptTerms.create,
    asks: 'terms.accept',
    touches: ['consent-history'],
    facts: own,
    input: form({ hash: text({ max: 64 }), returnTo: text({ max: 2000 }) }),
    again: async ({ page, form, ...running }) =>
      acceptTermsView(page, { ...(await ask(running.tx)), returnTo: '/', form, visits: await comingVisits(running) }),
    async run({ page, input, form, ...running }) {
      const { tx, actor, now, language, record } = running
      const { served, ...asked } = await ask(tx)
      const termsHash = termsHashOf(served.model)
      const returnTo = localPath(input.returnTo)
      if (input.hash !== termsHash.toString('hex')) {
        const stale = { ...form, errors: [{ field: '', message: acceptTermsTexts[language].stale }] }
        const visits = await comingVisits(running)
        return show(acceptTermsView(page, { ...asked, served, returnTo, form: stale, visits }), 409)
      }
      const { userId = null, personId = null } = whose(actor)
      const version = Number(served.version)
      const id = newId<'terms-acceptance'>()
      await saveAcceptance(tx, { id, site: served.site, version, termsHash, userId, personId, language, at: now })
      record({ detail: { version } })
      return seeOther(returnTo)
    },
  })
}
