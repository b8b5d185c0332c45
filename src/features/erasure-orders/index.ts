import type { Action } from '#platform/http/action.ts'
import { giveOrder, showOrderForm, takeOrderBack } from './give-order.ts'
import { listOrders } from './list-orders.ts'

export { erasureOrderTasks, erasureOrderTimetable } from './carry-out-orders.ts'
export { erasureOrdersCatalogue } from './erasure-orders.data.ts'
export { orderedAt } from './erasure-orders.sql.ts'
export { MyCaseIsErased } from './my-case-is-erased.view.tsx'

export const erasureOrderActions: readonly Action[] = [listOrders, showOrderForm, giveOrder, takeOrderBack]
