import type { Touches } from '#policy/permit.ts'
import type { ActionName } from '#policy/vocabulary.ts'
import { referralActions } from '#src/actions.ts'

/** What the routes of an action touch, for a test that does without a route what one of them would. */
export const touchedBy = (asks: ActionName): Touches => [
  ...new Set(referralActions.filter((one) => one.asks === asks).flatMap(({ touches }) => touches)),
]
