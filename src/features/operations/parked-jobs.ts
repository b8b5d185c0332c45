import type { Tx } from '#platform/db/database.ts'
import { action } from '#platform/http/action.ts'
import { missing, seeOther, show } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { discardParked, parkedJobs, retryParked } from './operations.sql.ts'
import { parkedNotices } from './operations.texts.ts'
import { parkedJobsView } from './parked-jobs.view.tsx'

/** Jobs that failed for good. */
export const listParkedJobs = action({
  at: routes.operator.parkedJobs,
  asks: 'parked-job.list',
  touches: [],
  notices: parkedNotices,
  async run({ tx, page }) {
    return show(parkedJobsView(page, await parkedJobs(tx)))
  },
})

export const retryJob = action({
  at: routes.operator.retryJob,
  asks: 'parked-job.change',
  touches: [],
  run: ({ tx, params, record }) => change({ tx, job: params.job, record, perform: retryParked, notice: 'retried' }),
})

export const discardJob = action({
  at: routes.operator.discardJob,
  asks: 'parked-job.change',
  touches: [],
  run: ({ tx, params, record }) => change({ tx, job: params.job, record, perform: discardParked, notice: 'discarded' }),
})

type Change = {
  readonly tx: Tx
  readonly job: string
  readonly record: (what: { readonly detail: { readonly job: string; readonly change: string } }) => void
  readonly perform: (tx: Tx, job: string) => Promise<boolean>
  readonly notice: 'retried' | 'discarded'
}

async function change({ tx, job, record, perform, notice }: Change) {
  if (!/^\d{1,18}$/.test(job)) return missing
  record({ detail: { job, change: notice } })
  const done = await perform(tx, job)
  return seeOther(routes.operator.parkedJobs.href({}, { notice: done ? notice : 'gone' }))
}
