import { dayOf } from '#kernel/time.ts'
import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { casesOpenedByDay, operatorFigures } from './operations.sql.ts'
import { overviewView } from './view-overview.view.tsx'

const daysShown = 30

/** How much there is of everything, and whether anything waits for a human being. */
export const viewOverview = action({
  at: routes.operator.overview,
  asks: 'operator.overview',
  touches: [],
  async run({ tx, page, now }) {
    const today = dayOf(now)
    const figures = await operatorFigures(tx)
    const days = await casesOpenedByDay(tx, today.subtract({ days: daysShown - 1 }), today)
    return show(overviewView(page, { figures, days }))
  },
})
