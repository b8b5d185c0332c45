/**
 * An erasure that a controller has granted is done by a job, not by the answer: the clinic's journal must be handed over first, a legal
 * hold outweighs it, and the person has some days to read the answer. Until then the case is restricted: nobody uses it.
 */
import type { Tx } from '#platform/db/database.ts'
import { type AskedTasks, askFirst } from '#platform/jobs/ask-first.ts'
import type { NotedJob } from '#platform/jobs/task.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import { dataOfACase } from '#policy/categories.ts'
import type { Gate } from '#policy/gate.ts'
import { longestAfter } from '#policy/retention.ts'
import { saveState } from './ask.sql.ts'
import {
  eraseOnRequest,
  forgetOldRequests,
  type GrantedErasure,
  grantedErasures,
  offerJournals,
} from './carry-out-erasures.sql.ts'
import { daysToReadTheAnswer } from './rights.ts'

const asSystem = { kind: 'system' } as const

export const rightsTasks = (services: WorkerServices, gate: Gate): AskedTasks =>
  askFirst(services, gate, {
    'carry-out-erasures': {
      asks: 'rights-request.carry-out',
      touches: dataOfACase,
      async perform(job) {
        const erased = await carryOutErasures(services, job)
        const forgotten = await forgetAnswered(services, gate, job)
        return erased + forgotten > 0 ? 'noted' : 'nothing-done'
      },
    },
  })

/** Every hour, in UTC; the same job runs at once when an erasure is granted, to offer the journal. */
export const rightsTimetable = ['40 * * * * carry-out-erasures ?fill=1d']

/** Erases what can be erased by now, each case in its own transaction. Tells how many were. */
async function carryOutErasures({ database, now }: WorkerServices, job: NotedJob): Promise<number> {
  const granted = await database.transaction(asSystem, grantedErasures)
  let erased = 0
  for (const one of granted) {
    const done = await database.transaction(asSystem, async (tx) => {
      await offerJournals(tx, one.case_id)
      const readUntil = one.granted_at.add({ hours: 24 * daysToReadTheAnswer })
      const isRead = readUntil.epochMilliseconds <= now().epochMilliseconds
      if (!isRead || one.journals_waiting > 0 || one.is_held) return false
      await erase(tx, { services: { now }, job, one })
      return true
    })
    if (done) erased += 1
  }
  return erased
}

type Erasing = { services: Pick<WorkerServices, 'now'>; job: NotedJob; one: GrantedErasure }

async function erase(tx: Tx, { services: { now }, job, one }: Erasing): Promise<void> {
  await job.note(tx, { permit: await job.permitFor(tx, { object: { type: 'rights-request', id: one.id } }) })
  await saveState(tx, { requestId: one.id, state: 'carried-out', byKind: 'system', now: now() })
  await eraseOnRequest(tx, one.case_id)
}

/** The policy says how long an answered request is kept, and it is kept no longer. */
async function forgetAnswered({ database, now }: WorkerServices, { model }: Gate, job: NotedJob): Promise<number> {
  const period = longestAfter(model, 'my-rights.request').toString()
  return database.transaction(asSystem, async (tx) => {
    const forgotten = await forgetOldRequests(tx, { period, now: now() })
    if (forgotten > 0) await job.note(tx, { detail: { forgotten } })
    return forgotten
  })
}
