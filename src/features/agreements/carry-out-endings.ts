/**
 * What follows when an agreement has ended. The database ends all access with the effect itself; this job does what takes longer, a few rows
 * in each transaction, and writes down each step, so that it goes on after a crash and does nothing twice: it tells those concerned, calls
 * visits off, ends restrictions that nobody is left to lift, and erases the business contacts (R1.11) once nothing waits to be handed over, or
 * the policy's period for that is over.
 */
import { appointmentById, cancel } from '#features/appointments/index.ts'
import { queueNotifications, queueStaffMail } from '#features/notifications/index.ts'
import { dayOf } from '#kernel/time.ts'
import type { Tx } from '#platform/db/database.ts'
import { type AskedTasks, askFirst } from '#platform/jobs/ask-first.ts'
import { task } from '#platform/jobs/task.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { Gate } from '#policy/gate.ts'
import { saveEffect } from './agreements.sql.ts'
import { accessUntil } from './agreements.ts'
import {
  caseToHandOver,
  dueEndings,
  insurersToTell,
  type Leaving,
  saveStep,
  unfinishedLeavings,
  untoldPatients,
  visitsAhead,
} from './carry-out.sql.ts'
import { endRestrictions } from './end-restrictions.ts'
import { eraseContacts } from './erase-contacts.ts'
import { type Carrying, noteEnding } from './note-ending.ts'
import { advance, type Run, reportRun } from './report-run.ts'

const asSystem = { kind: 'system' } as const
const rowsATransaction = 25

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

const isDone = ({ steps }: Leaving, step: Leaving['steps'][number]) => steps.includes(step)

/** Visits first, a few in each transaction; a patient whose visit is called off is told by that. */
async function callVisitsOff(carrying: Carrying, run: Run): Promise<void> {
  if (isDone(run.leaving, 'visits-called-off')) return
  const { services } = carrying
  let visits = 0
  for (;;) {
    const found = await services.database.transaction(asSystem, (tx) => callSomeOff(tx, carrying, run.leaving))
    visits += found
    if (found < rowsATransaction) break
  }
  const told = run.leaving.is_insurer ? await tellPatients(carrying, run.leaving) : 0
  await finish(carrying, run, { step: 'visits-called-off', figures: { visits, toldPatients: told } })
}

async function callSomeOff(tx: Tx, carrying: Carrying, { organisation_id: party, is_insurer }: Leaving) {
  const now = carrying.services.now()
  const ahead = await visitsAhead(tx, party, { now, limit: rowsATransaction })
  for (const { id, case_id: caseId, person_id: personId } of ahead) {
    const object = { type: 'appointment', id } as const
    const permit = await noteEnding(tx, carrying, { personId, caseId, object, touches: ['booking'] })
    const appointment = await appointmentById(tx, id)
    if (!appointment) throw new Error(`Appointment ${id} is out of sight of the job that must call it off`)
    await cancel({ tx, now }, permit, { appointment, reason: is_insurer ? 'insurer-left' : 'clinic-left', note: null })
  }
  return ahead.length
}

/** Those with an open case and no visit ahead. */
async function tellPatients({ services }: Carrying, { organisation_id: insurerId }: Leaving): Promise<number> {
  let told = 0
  for (;;) {
    const found = await services.database.transaction(asSystem, async (tx) => {
      const untold = await untoldPatients(tx, insurerId, rowsATransaction)
      const notices = untold.map((row) => ({ caseId: row.case_id, personId: row.person_id }))
      await queueNotifications(tx, 'insurer-left', notices)
      return untold.length
    })
    told += found
    if (found < rowsATransaction) return told
  }
}

/** The insurers that gave a clinic cases, once each; and the clinic itself, where journals wait for it. */
async function tellThoseConcerned({ services }: Carrying, run: Run): Promise<void> {
  const { leaving } = run
  if (isDone(leaving, 'told')) return
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

type Finished = { readonly step: Leaving['steps'][number]; readonly figures: Run['done'] }

async function finish({ services }: Carrying, run: Run, { step, figures }: Finished): Promise<void> {
  const now = services.now()
  await services.database.transaction(asSystem, (tx) =>
    saveStep(tx, { organisationId: run.leaving.organisation_id, step, now, figures }),
  )
  advance(run, step, figures)
}
