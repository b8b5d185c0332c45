/**
 * An erasure that a controller has granted is done by a job, not by the answer: the clinic's journal must be handed over first, a legal
 * hold outweighs it, and the person has some days to read the answer. Until then the case is restricted: nobody uses it.
 */
import type { Tx } from '#platform/db/database.ts'
import { writeAudit } from '#platform/http/audit.ts'
import type { JobTask } from '#platform/jobs/worker.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
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

/** What kinds of data go with a case. */
const erased = [
  'contact',
  'cpr',
  'booking',
  'consent-history',
  'health.approval',
  'health.referral',
  'health.request',
  'health.course',
  'health.report',
  'access-history',
] as const
const asSystem = { kind: 'system' } as const

export const rightsTasks = (services: WorkerServices, gate: Gate): Readonly<Record<string, JobTask>> => ({
  'carry-out-erasures': async () => {
    await carryOutErasures(services, gate)
    await forgetAnswered(services, gate)
  },
})

/** Every hour, in UTC; the same job runs at once when an erasure is granted, to offer the journal. */
export const rightsTimetable = ['40 * * * * carry-out-erasures ?fill=1d']

/** Erases what can be erased by now, each case in its own transaction. Tells how many were. */
async function carryOutErasures({ database, now }: WorkerServices, gate: Gate): Promise<number> {
  const granted = await database.transaction(asSystem, grantedErasures)
  let erased = 0
  for (const one of granted) {
    const done = await database.transaction(asSystem, async (tx) => {
      await offerJournals(tx, one.case_id)
      const readUntil = one.granted_at.add({ hours: 24 * daysToReadTheAnswer })
      const isRead = readUntil.epochMilliseconds <= now().epochMilliseconds
      if (!isRead || one.journals_waiting > 0 || one.is_held) return false
      await erase(tx, { services: { now }, gate, one })
      return true
    })
    if (done) erased += 1
  }
  return erased
}

type Erasing = { services: Pick<WorkerServices, 'now'>; gate: Gate; one: GrantedErasure }

async function erase(tx: Tx, { services: { now }, gate, one }: Erasing): Promise<void> {
  const actor = { kind: 'system', task: 'carry-out-erasures' } as const
  const decision = gate.decide(
    'rights-request.carry-out',
    actor,
    { object: { type: 'rights-request', id: one.id } },
    erased,
  )
  if (decision.kind === 'refused') throw new Error('The policy does not let erasures be carried out')
  await writeAudit(tx, { permit: decision.permit, result: 'done', now: now() })
  await saveState(tx, { requestId: one.id, state: 'carried-out', byKind: 'system', now: now() })
  await eraseOnRequest(tx, one.case_id)
}

/** The policy says how long an answered request is kept, and it is kept no longer. */
async function forgetAnswered({ database, now }: WorkerServices, { model }: Gate): Promise<void> {
  const period = longestAfter(model, 'my-rights.request').toString()
  await database.transaction(asSystem, (tx) => forgetOldRequests(tx, { period, now: now() }))
}
