import { trailStanding } from '#features/audit/index.ts'
import { holdNotices, holdsInForce } from '#features/legal-holds/index.ts'
import { latestLogSweep, latestRuns, nextSweepAfter } from '#features/retention/index.ts'
import { rightsFigures } from '#features/rights/index.ts'
import { dayOf } from '#kernel/time.ts'
import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import type { PolicyModel } from '#policy/model.ts'
import { routes } from '#src/routes.ts'
import { countsByMonth, decisionsSince, lastCountedDay } from './day-counts.sql.ts'
import { decisionsByActivity, processorsOf, thirdPartiesOf } from './declared.ts'
import { fullMonths, lastMonths } from './months.ts'
import { oversightView } from './view-oversight.view.tsx'

const monthsShown = 12
const daysOfDecisions = 30
const runsShown = 30
const holdsShown = 100

/** How privacy is kept, in figures: a fixed number of questions, whatever the size of the country. Nothing of whom they are about. */
export const viewOversight = (models: readonly PolicyModel[]) =>
  action({
    at: routes.operator.privacy,
    asks: 'oversight.view',
    touches: [],
    notices: holdNotices,
    async run({ tx, page, now, record, services: { urls } }) {
      const today = dayOf(now)
      const months = lastMonths(today, monthsShown)
      const first = months[0]?.toPlainDate({ day: 1 }) ?? today
      record({ viewed: [] })
      return show(
        oversightView(page, {
          countedUntil: await lastCountedDay(tx),
          months: fullMonths(months, await countsByMonth(tx, first)),
          rights: await rightsFigures(tx, today, months),
          runs: await latestRuns(tx, runsShown),
          nextRunAt: nextSweepAfter(now),
          holds: await holdsInForce(tx, holdsShown),
          activities: decisionsByActivity(models, await decisionsSince(tx, today.subtract({ days: daysOfDecisions }))),
          processors: processorsOf(models, today),
          thirdParties: thirdPartiesOf(models, urls),
          trail: await trailStanding(tx),
          logSweep: await latestLogSweep(tx),
          now,
        }),
      )
    },
  })
