import type { Action } from '#platform/http/action.ts'
import type { PolicyModel } from '#policy/model.ts'
import { listHolds } from './list-holds.ts'
import { placeHold } from './place-hold.ts'
import { liftOwnHold, reviewHold } from './review-hold.ts'
import { leftBehindActions } from './review-left-behind.ts'
import { viewHolds } from './view-holds.ts'

export { HoldsInForce } from './holds-in-force.view.tsx'
export { HoldsOnCase, MyCaseIsKept } from './holds-on-case.view.tsx'
export { legalHoldsCatalogue } from './legal-holds.data.ts'
export { type HoldInForceRow, type HoldRow, holdsInForce, holdsOfCase } from './legal-holds.sql.ts'
export { holdNotices } from './legal-holds.texts.ts'
export { holdTasks, holdTimetable } from './remind-of-reviews.ts'

export const legalHoldActions = (model: PolicyModel): readonly Action[] => [
  listHolds,
  viewHolds(model),
  placeHold(model),
  reviewHold(model),
  liftOwnHold(model),
  ...leftBehindActions(model),
]
