import { personKeyFor } from '#features/patients/index.ts'
import type { Reader } from '#platform/db/database.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import type { Actor } from '#policy/actor.ts'
import { routes } from '#src/routes.ts'
import { casesToAskAbout } from './ask.sql.ts'
import { askView } from './ask-controller.view.tsx'
import { askForm, chosenCases } from './ask-form.ts'
import { passOn } from './pass-on.ts'
import { readRight } from './rights.ts'
import { destinationsOf } from './routing.ts'
import { factsOfPerson } from './view-rights.ts'

type Looking = { readonly reader: Reader; readonly actor: Actor; readonly params: { readonly right: string } }

async function findAsking({ reader, actor, params }: Looking) {
  const right = readRight(params.right)
  if (!right || actor.kind !== 'patient') return null
  return { right, personId: actor.personId, cases: await casesToAskAbout(reader, actor.personId) }
}

/** The form to use one right: which case, what, and what happens then. */
export const showAskForm = action({
  at: routes.my.rights.form,
  asks: 'my-rights.request',
  touches: ['health.approval', 'health.request'],
  load: findAsking,
  facts: factsOfPerson,
  async run({ page, found, form }) {
    const [only] = found.cases
    const chosen = found.cases.length === 1 && only ? { values: { about: only.id }, errors: [] } : form
    return show(askView(page, found, chosen))
  },
})

/**
 * Passes the request on to each controller that must answer, in one transaction. The log-in with eID behind the session is the identity
 * check (T3.1). An objection freezes the case until it is decided (T5.6).
 */
export const askController = action({
  at: routes.my.rights.create,
  asks: 'my-rights.request',
  touches: ['health.approval', 'health.request', 'access-history'],
  load: findAsking,
  facts: factsOfPerson,
  input: ({ right, cases }) => askForm(right, cases),
  again: ({ page, found, form }) => askView(page, found, form),
  async run({ tx, permit, found, input, now, services: { keyring }, record }) {
    const key = await personKeyFor(tx, keyring, found.personId)
    const destinations = destinationsOf(found.right, chosenCases(input.about, found.cases), input.field)
    for (const destination of destinations) await passOn({ tx, permit, key, now }, found.right, { destination, input })
    record({ detail: { right: found.right, requests: destinations.length } })
    return seeOther(routes.my.rights.overview.href({}, { notice: 'sent' }))
  },
})
