/**
 * An order is carried out by a job: the patient has some days to take a copy home, and each clinic its journal. What holds the case by then
 * outweighs the order. Each case goes in a transaction of its own.
 */
import { queueStaffMail } from '#features/notifications/index.ts'
import { type KeptUntil, saveReport } from '#features/retention/index.ts'
import { newId } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Tx } from '#platform/db/database.ts'
import { type AskedTasks, askFirst } from '#platform/jobs/ask-first.ts'
import type { NotedJob } from '#platform/jobs/task.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import { dataOfACase } from '#policy/categories.ts'
import type { Gate } from '#policy/gate.ts'
import { periodOf } from '#policy/retention.ts'
import { eraseOrdered, forgetOldOrders, type OpenOrderRow, offerJournals, openOrders } from './erasure-orders.sql.ts'
import { earliestAfter } from './erasure-orders.ts'

const asSystem = { kind: 'system' } as const

export const erasureOrderTasks = (services: WorkerServices, gate: Gate): AskedTasks =>
  askFirst(services, gate, {
    'carry-out-orders': {
      asks: 'erasure-order.carry-out',
      touches: dataOfACase,
      async perform(job) {
        const { database, now } = services
        const startedAt = now()
        const fates: Fate[] = []
        for (const one of await database.transaction(asSystem, openOrders))
          fates.push(await database.transaction(asSystem, (tx) => carryOut(tx, { services, job, one })))
        await report(services, fates, startedAt)
        const forgotten = await forget(services, gate, job)
        return forgotten > 0 || fates.includes('erased') ? 'noted' : 'nothing-done'
      },
    },
  })

/** The confirmations are kept for as long as the policy says, and no longer. */
const forget = ({ database, now }: WorkerServices, { model }: Gate, job: NotedJob): Promise<number> =>
  database.transaction(asSystem, async (tx) => {
    const period = periodOf(model, 'erasure-order').toString()
    const forgotten = await forgetOldOrders(tx, { period, now: now() })
    if (forgotten > 0) await job.note(tx, { detail: { forgotten } })
    return forgotten
  })

/** Every hour, in UTC; the same job runs at once when an order is given, to offer the journals. */
export const erasureOrderTimetable = ['55 * * * * carry-out-orders ?fill=1d']

type Carrying = { readonly services: WorkerServices; readonly job: NotedJob; readonly one: OpenOrderRow }

type Fate = 'erased' | 'early' | 'hold' | 'journal'

async function carryOut(tx: Tx, { services: { now }, job, one }: Carrying): Promise<Fate> {
  const { case_id: caseId } = one
  for (const { clinic_id: organisationId } of await offerJournals(tx, caseId))
    await queueStaffMail(tx, { template: 'journal-offered', organisationId, userId: null, caseId })
  const isEarly = earliestAfter(one.ordered_at).epochMilliseconds > now().epochMilliseconds
  if (isEarly) return 'early'
  if (one.is_held) return 'hold'
  if (one.journals_waiting > 0) return 'journal'
  const object = { type: 'erasure-order', id: one.id }
  await job.note(tx, { permit: await job.permitFor(tx, { organisationId: one.insurer_id, object }) })
  await eraseOrdered(tx, caseId)
  return 'erased'
}

/** What the run did and what it kept because of what; nothing where it carried out nothing. */
async function report({ database, now }: WorkerServices, fates: readonly Fate[], startedAt: Temporal.Instant) {
  const count = (fate: Fate) => fates.filter((one) => one === fate).length
  if (count('erased') === 0) return
  const keptUntil = (['hold', 'journal'] as const).flatMap((because): KeptUntil[] =>
    count(because) > 0 ? [{ because, count: count(because), until: null }] : [],
  )
  const done = { erased: count('erased'), erasedCases: count('erased') }
  const run = { kind: 'order', organisationId: null, startedAt, endedAt: now(), done, keptUntil } as const
  await database.transaction(asSystem, (tx) => saveReport(tx, newId(), run))
}
