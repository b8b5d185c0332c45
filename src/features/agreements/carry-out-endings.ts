/**
 * What follows when an agreement has ended. The database ends all access with the effect itself; this job does what takes longer, a few rows
 * in each transaction, and writes down each step, so that it goes on after a crash and does nothing twice: it tells those concerned, calls
 * visits off, ends restrictions that nobody is left to lift, and erases the business contacts (R1.11) once nothing waits to be handed over, or
 * the policy's period for that is over.
 */
import { queueStaffMail } from '#features/notifications/index.ts'
import { dayOf } from '#kernel/time.ts'
import { type AskedTasks, askFirst } from '#platform/jobs/ask-first.ts'
import { task } from '#platform/jobs/task.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { Gate } from '#policy/gate.ts'
import { saveEffect } from './agreements.sql.ts'
import { accessUntil } from './agreements.ts'
import { callVisitsOff } from './call-visits-off.ts'
import { caseToHandOver, dueEndings, insurersToTell, saveStep, unfinishedLeavings } from './carry-out.sql.ts'
import { endRestrictions } from './end-restrictions.ts'
import { eraseContacts } from './erase-contacts.ts'
import { type Carrying, noteEnding } from './note-ending.ts'
import { type Run, reportRun } from './report-run.ts'

const asSystem = { kind: 'system' } as const

/** `end-agreements`, and whom to tell with how many agreements each run did something. */
export const agreementTasks = (
  services: WorkerServices,
  gate: Gate,
  tell: (reported: number) => unknown = () => undefined,
): AskedTasks =>
  askFirst(services, gate, {
    'end-agreements': task({
      asks: 'agreement.carry-out',
      touches: ['business-contact', 'credentials', 'booking', 'health.request'],
      async perform(job) {
        const carrying: Carrying = { services, gate, job, isNoted: false }
        tell(await carryOut(carrying))
        return carrying.isNoted ? 'noted' : 'nothing-done'
      },
    }),
  })

/** One run of the job. Tells with how many agreements something was done. */
export async function carryOutEndings(services: WorkerServices, gate: Gate): Promise<number> {
  const told: number[] = []
  await agreementTasks(services, gate, (reported) => told.push(reported))['end-agreements']?.({}, { attempt: 1 })
  return told[0] ?? 0
}

/** Lets every ending whose last day is over take effect, and goes on with all that have. */
async function carryOut(carrying: Carrying): Promise<number> {
  const { services, gate } = carrying
  const { database, now } = services
  const due = await database.transaction(asSystem, (tx) => dueEndings(tx, dayOf(now())))
  for (const { id: endingId, organisation_id: organisationId } of due) {
    await database.transaction(asSystem, async (tx) => {
      await noteEnding(tx, carrying, { organisationId, touches: ['business-contact', 'credentials'] })
      const until = accessUntil(gate.model, dayOf(now()))
      await saveEffect(tx, { endingId, organisationId, now: now(), accessUntil: until })
    })
  }
  let reported = 0
  for (const leaving of await database.transaction(asSystem, unfinishedLeavings)) {
    const run: Run = { leaving, startedAt: now(), done: {}, advanced: false }
    await tellThoseConcerned(carrying, run)
    await callVisitsOff(carrying, run)
    await endRestrictions(carrying, run)
    await eraseContacts(carrying, run)
    if (run.advanced) reported += 1
    await reportRun(carrying, run)
  }
  return reported
}

/** The insurers that gave a clinic cases, once each; and the clinic itself, where journals wait for it. */
async function tellThoseConcerned({ services }: Carrying, run: Run): Promise<void> {
  const { leaving } = run
  if (leaving.steps.includes('told')) return
  await services.database.transaction(asSystem, async (tx) => {
    await saveStep(tx, { organisationId: leaving.organisation_id, step: 'told', now: services.now(), figures: {} })
    if (leaving.is_insurer) return
    for (const one of await insurersToTell(tx, leaving.organisation_id))
      await queueStaffMail(tx, {
        template: 'clinic-left',
        organisationId: one.insurer_id,
        userId: null,
        caseId: one.case_id,
      })
    const waiting = await caseToHandOver(tx, leaving.organisation_id)
    if (waiting)
      await queueStaffMail(tx, {
        template: 'journals-waiting',
        organisationId: leaving.organisation_id,
        userId: null,
        caseId: waiting.case_id,
      })
  })
}
