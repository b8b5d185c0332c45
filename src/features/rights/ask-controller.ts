import { cancelAllAhead } from '#features/appointments/index.ts'
import { queueStaffMail } from '#features/notifications/index.ts'
import { personKeyFor } from '#features/patients/index.ts'
import { newId } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import { seal } from '#platform/crypto/field.ts'
import type { PersonKey } from '#platform/crypto/person-key.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import type { Actor } from '#policy/actor.ts'
import { type Permit, personOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { casesToAskAbout, saveIdentityCheck, saveRequest, saveRestriction, saveState } from './ask.sql.ts'
import { askView } from './ask-controller.view.tsx'
import { type Asked, askForm, chosenCases } from './ask-form.ts'
import { freezesAtOnce, type Right, readRight } from './rights.ts'
import { type Destination, destinationsOf } from './routing.ts'
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

type Asking = {
  readonly tx: Tx
  readonly permit: Permit<'my-rights.request'>
  readonly key: PersonKey
  readonly now: Temporal.Instant
}

async function passOn(asking: Asking, right: Right, what: { destination: Destination; input: Asked }): Promise<void> {
  const { tx, permit, key, now } = asking
  const { caseId, controllerId } = what.destination
  const id = newId<'rights-request'>()
  const { field, text, proposal } = what.input
  const isCorrection = right === 'rectification'
  await saveRequest(tx, {
    ...{ id, caseId, controllerId, right, now, personId: personOf(permit) },
    field: isCorrection ? field : null,
    text: text === null ? null : seal(key, 'rights_requests.text', text),
    proposal: isCorrection && proposal ? seal(key, 'rights_requests.proposal', proposal) : null,
  })
  await saveIdentityCheck(tx, { requestId: id, means: 'eid', by: null, now })
  for (const state of ['received', 'identified', 'routed'] as const)
    await saveState(tx, { requestId: id, state, byKind: 'patient', now })
  if (freezesAtOnce(right)) {
    await saveRestriction(tx, { id: newId(), caseId, requestId: id, because: 'objection', now })
    await cancelAllAhead({ tx, now }, permit, caseId, 'case-restricted')
  }
  await queueStaffMail(tx, { template: 'rights-request', organisationId: controllerId, userId: null, caseId })
}
