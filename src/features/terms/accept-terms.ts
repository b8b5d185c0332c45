import { type Id, newId } from '#kernel/ids.ts'
import { action, type Visit } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { text } from '#platform/http/form-fields.ts'
import { localPath } from '#platform/http/local-path.ts'
import type { Actor } from '#policy/actor.ts'
import { termsHashOf, versionToAccept } from '#policy/terms.ts'
import type { PolicyVersion } from '#policy/version.ts'
import { routes } from '#src/routes.ts'
import { acceptTermsTexts } from './accept-terms.texts.ts'
import { acceptTermsView } from './accept-terms.view.tsx'
import { lastAccepted, saveAcceptance } from './terms.sql.ts'

const own = (_: unknown, { actor }: Visit) => whose(actor)

function whose(actor: Actor): { userId?: Id<'user'>; personId?: Id<'person'> } {
  if (actor.kind === 'patient') return { personId: actor.personId }
  return actor.kind === 'staff' ? { userId: actor.userId } : {}
}

/** What is new, the whole text, and one button; met after log-in by whoever has not accepted it (T19.5). */
export const showTerms = (versions: readonly PolicyVersion[]) =>
  action({
    at: routes.acceptTerms.form,
    asks: 'terms.accept',
    touches: ['consent-history'],
    facts: own,
    async run({ page, tx, query, form }) {
      const asked = versionToAccept(versions)
      const before = await lastAccepted(tx, asked.site)
      const returnTo = localPath(query.get('returnTo'))
      if (before && before.version >= Number(asked.version)) return seeOther(returnTo)
      return show(acceptTermsView(page, { asked, before, returnTo, form }))
    },
  })

/** Appends to the ledger which text was accepted, in which language, when and by whom. What was accepted before stays as it is (T1.1). */
export const acceptTerms = (versions: readonly PolicyVersion[]) =>
  action({
    at: routes.acceptTerms.create,
    asks: 'terms.accept',
    touches: ['consent-history'],
    facts: own,
    input: form({ hash: text({ max: 64 }), returnTo: text({ max: 2000 }) }),
    again: async ({ page, tx, form }) => {
      const asked = versionToAccept(versions)
      return acceptTermsView(page, { asked, before: await lastAccepted(tx, asked.site), returnTo: '/', form })
    },
    async run({ page, tx, actor, input, now, language, form, record }) {
      const asked = versionToAccept(versions)
      const termsHash = termsHashOf(asked.model)
      const returnTo = localPath(input.returnTo)
      if (input.hash !== termsHash.toString('hex')) {
        const stale = { ...form, errors: [{ field: '', message: acceptTermsTexts[language].stale }] }
        const before = await lastAccepted(tx, asked.site)
        return show(acceptTermsView(page, { asked, before, returnTo, form: stale }), 409)
      }
      const { userId = null, personId = null } = whose(actor)
      const version = Number(asked.version)
      const id = newId<'terms-acceptance'>()
      await saveAcceptance(tx, { id, site: asked.site, version, termsHash, userId, personId, language, at: now })
      record({ detail: { version } })
      return seeOther(returnTo)
    },
  })
