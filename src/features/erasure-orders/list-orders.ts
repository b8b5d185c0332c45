import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { organisationOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { ordersOf } from './erasure-orders.sql.ts'
import { listOrdersView } from './list-orders.view.tsx'

/** What the insurer has ordered erased, what it waits for, and the confirmation that it was done (R1.10). */
export const listOrders = action({
  at: routes.erasureOrder.list,
  asks: 'erasure-order.list',
  touches: ['booking', 'health.approval', 'business-contact', 'access-history'],
  async run({ tx, page, permit, record }) {
    const orders = await ordersOf(tx, organisationOf(permit))
    record({
      viewed: orders.flatMap(({ person_id: personId, case_id: caseId }) =>
        personId && caseId ? [{ personId, caseId }] : [],
      ),
    })
    return show(listOrdersView(page, orders))
  },
})
