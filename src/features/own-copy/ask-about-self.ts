import {
  accountActivity,
  activitiesAboutStaff,
  answererOf,
  enterDirect,
  housesToAsk,
} from '#features/direct-requests/index.ts'
import { readRight } from '#features/rights/index.ts'
import type { Reader } from '#platform/db/database.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import type { Actor } from '#policy/actor.ts'
import type { PolicyModel } from '#policy/model.ts'
import { routes } from '#src/routes.ts'
import { askOwnView } from './ask-about-self.view.tsx'
import { askOwnForm } from './ask-own-form.ts'
import { aboutThemselves, loadOwn } from './own-account.ts'

type Looking = { readonly reader: Reader; readonly actor: Actor; readonly params: { readonly right: string } }

async function findAsking({ reader, actor, params }: Looking) {
  const [right, own] = [readRight(params.right), await loadOwn({ reader, actor })]
  return right && own && { ...own, right }
}

/** The form to use one right: what it is about, and what happens then. */
export const showAskOwn = (model: PolicyModel) =>
  action({
    at: routes.account.data.form,
    asks: 'own-data.request',
    touches: ['business-contact', 'access-history'],
    load: findAsking,
    facts: aboutThemselves,
    async run({ page, found, form }) {
      return show(askOwnView(page, { right: found.right, model }, form))
    },
  })

/** Passes the request on to whoever answers by the model (R3.1). The log-in with a second factor is the identity check (T3.1). */
export const askAboutOwnData = (model: PolicyModel) =>
  action({
    at: routes.account.data.create,
    asks: 'own-data.request',
    touches: ['business-contact', 'access-history'],
    load: findAsking,
    facts: aboutThemselves,
    input: ({ right }) => askOwnForm(right, model),
    again: ({ page, found, form }) => askOwnView(page, { right: found.right, model }, form),
    async run({ tx, permit, found, input, now, language, services: { keyring }, record }) {
      const { right, actor, email } = found
      const isCorrection = right === 'rectification'
      const id = isCorrection ? accountActivity : (input.activity ?? accountActivity)
      const activity = activitiesAboutStaff(model).find((one) => one.id === id)
      if (!activity) throw new Error(`Nobody answers for ${id}`)
      const { operator, has_another: hasAnother } = await housesToAsk(tx)
      const controllerId = answererOf(activity, { own: actor.organisationId, operator, hasAnother })
      await enterDirect(
        { tx, permit, keyring, now },
        {
          asker: { kind: 'staff', userId: actor.userId, email: right === 'erasure' ? email : null },
          right,
          field: isCorrection ? input.field : null,
          words: { text: input.text, proposal: isCorrection ? input.proposal : null },
          activity: id,
          controllerId,
          leadId: null,
          language,
        },
      )
      record({ detail: { right, activity: id, controllerId } })
      return seeOther(routes.account.data.show.href({}, { notice: 'sent' }))
    },
  })
