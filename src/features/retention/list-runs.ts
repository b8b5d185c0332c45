import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { runsView } from './list-runs.view.tsx'
import { latestRuns } from './runs.sql.ts'
import { latestLogSweep } from './sweep-logs.sql.ts'

const runsShown = 30

/** What the sweeps did: how many were due, erased, and kept because of what. */
export const listRuns = action({
  at: routes.retention.runs,
  asks: 'retention-run.list',
  async run({ page, tx, record }) {
    record({ viewed: [] })
    return show(runsView(page, await latestRuns(tx, runsShown), await latestLogSweep(tx)))
  },
})
