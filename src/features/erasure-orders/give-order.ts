import { type HoldRow, holdsOfCase } from '#features/legal-holds/index.ts'
import { queueNotification } from '#features/notifications/index.ts'
import { newId, readId } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import { type Reader, type Tx, violatedConstraint } from '#platform/db/database.ts'
import { emptyForm } from '#platform/html/page.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { choice, mustTick } from '#platform/http/form-fields.ts'
import type { Actor } from '#policy/actor.ts'
import type { Facts } from '#policy/facts.ts'
import { organisationOf, userOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { type CaseToEraseRow, caseToErase, enqueueOrders, saveOrder, withdrawOrder } from './erasure-orders.sql.ts'
import { orderNotices, orderTexts } from './erasure-orders.texts.ts'
import { inTheWayOf, orderReasons } from './erasure-orders.ts'
import { giveOrderView } from './give-order.view.tsx'

export type CaseToErase = CaseToEraseRow & { readonly holds: readonly HoldRow[] }

type Looking = {
  readonly reader: Reader
  readonly actor: Actor
  readonly params: { readonly caseId: string }
  readonly now: Temporal.Instant
}

/** The case in the address if it is one of the actor's own organisation, with all that stands in the way of erasing it. */
async function findCaseToErase({ reader, actor, params, now }: Looking): Promise<CaseToErase | null> {
  const id = readId<'case'>(params.caseId)
  if (!id || actor.kind !== 'staff') return null
  const found = await caseToErase(reader, id, { insurerId: actor.organisationId, now })
  return found && { ...found, holds: await holdsOfCase(reader, id) }
}

const factsOfCase = (found: CaseToErase): Facts => ({
  caseId: found.id,
  personId: found.person_id,
  organisationId: found.insurer_id,
})

const standingOf = (found: CaseToErase) => ({
  isHeld: found.holds.length > 0,
  nextVisitAt: found.next_visit_at,
  orderedAt: found.ordered_at,
})

/** Says what an order to erase means before it is given, or what stands in its way; and how it stands once it is given. */
export const showOrderForm = action({
  at: routes.erasureOrder.form,
  asks: 'erasure-order.view',
  notices: orderNotices,
  load: findCaseToErase,
  facts: factsOfCase,
  run: async ({ page, found }) => show(giveOrderView(page, found, emptyForm)),
})

const sure = { da: orderTexts.da.sureFirst, en: orderTexts.en.sureFirst }
const why = { da: orderTexts.da.reasonFirst, en: orderTexts.en.reasonFirst }

/** The controller has a case erased before its time (R1.10). From here on it is stored only. */
export const giveOrder = action({
  at: routes.erasureOrder.create,
  asks: 'erasure-order.give',
  load: findCaseToErase,
  facts: factsOfCase,
  input: form({ reason: choice(orderReasons, { missing: why }), sure: mustTick(sure) }),
  again: ({ page, found, form: sent }) => giveOrderView(page, found, sent),
  async run({ tx, page, permit, found, input, now, record }) {
    const refuse = () => show(giveOrderView(page, found, emptyForm), 409)
    if (inTheWayOf(standingOf(found))) return refuse()
    const id = newId<'erasure-order'>()
    const order = { id, organisationId: organisationOf(permit), caseId: found.id, by: userOf(permit), now }
    if (!(await isSaved(tx, { ...order, reason: input.reason }))) return refuse()
    await queueNotification(tx, { template: 'case-erased-soon', caseId: found.id, personId: found.person_id })
    await enqueueOrders(tx)
    record({ detail: { order: id, reason: input.reason } })
    return seeOther(routes.erasureOrder.form.href({ caseId: found.id }, { notice: 'given' }))
  },
})

/** False when somebody else was first, or something came in the way just now. */
async function isSaved(tx: Tx, order: Parameters<typeof saveOrder>[1]): Promise<boolean> {
  try {
    await tx.attempt(() => saveOrder(tx, order))
    return true
  } catch (error) {
    if (refusals.has(violatedConstraint(error) ?? '')) return false
    throw error
  }
}

const refusals: ReadonlySet<string> = new Set([
  'no_order_under_a_hold',
  'no_order_before_a_coming_visit',
  'one_open_order_a_case',
])

/** Takes an order back while the case is still there. */
export const takeOrderBack = action({
  at: routes.erasureOrder.withdrawal,
  asks: 'erasure-order.withdraw',
  load: findCaseToErase,
  facts: factsOfCase,
  async run({ tx, permit, found, now, record }) {
    const back = (notice: string) => seeOther(routes.erasureOrder.form.href({ caseId: found.id }, { notice }))
    if (!found.order_id) return back('nothing-to-withdraw')
    await withdrawOrder(tx, { id: found.order_id, by: userOf(permit), now })
    record({ detail: { order: found.order_id } })
    return back('withdrawn')
  },
})
