import { queueNotification } from '#features/notifications/index.ts'
import { newId } from '#kernel/ids.ts'
import { type Tx, violatedConstraint } from '#platform/db/database.ts'
import { emptyForm } from '#platform/html/page.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { choice, mustTick } from '#platform/http/form-fields.ts'
import { organisationOf, userOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { factsOfCase, findCaseToErase, standingOf } from './case-to-erase.ts'
import { enqueueOrders, saveOrder, withdrawOrder } from './erasure-orders.sql.ts'
import { orderNotices, orderTexts } from './erasure-orders.texts.ts'
import { inTheWayOf, orderReasons } from './erasure-orders.ts'
import { giveOrderView } from './give-order.view.tsx'

/** Says what an order to erase means before it is given, or what stands in its way; and how it stands once it is given. */
export const showOrderForm = action({
  at: routes.erasureOrder.form,
  asks: 'erasure-order.view',
  touches: ['booking', 'health.approval', 'business-contact', 'access-history'],
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
  touches: ['booking', 'health.approval', 'business-contact', 'access-history'],
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
  touches: ['booking', 'health.approval', 'business-contact', 'access-history'],
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
