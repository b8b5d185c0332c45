import { dayOf } from '#kernel/time.ts'
import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { deadlineOf } from './deadline.ts'
import { courseOf } from './standing.view.tsx'
import { openRequests } from './view-deadlines.sql.ts'
import { deadlinesView } from './view-deadlines.view.tsx'

/** Every request that waits, who is to answer and by when: so that nobody is forgotten. Nothing of whom it is about. */
export const viewDeadlines = action({
  at: routes.rights.overview,
  asks: 'rights-overview.list',
  touches: ['access-history'],
  async run({ tx, page, now, record }) {
    const waiting = (await openRequests(tx)).map((row) => ({ row, due: deadlineOf(courseOf(row)) }))
    record({ viewed: [] })
    return show(deadlinesView(page, waiting, dayOf(now)))
  },
})
