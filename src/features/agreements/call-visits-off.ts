import { appointmentById, cancel } from '#features/appointments/index.ts'
import { queueNotifications } from '#features/notifications/index.ts'
import type { Tx } from '#platform/db/database.ts'
import { type Leaving, saveStep, untoldPatients, visitsAhead } from './carry-out.sql.ts'
import { inParts, rowsATransaction } from './in-parts.ts'
import { type Carrying, noteEnding } from './note-ending.ts'
import { advance, type Run } from './report-run.ts'

/** Visits first, a few in each transaction; a patient whose visit is called off is told by that. */
export async function callVisitsOff(carrying: Carrying, run: Run): Promise<void> {
  const { leaving } = run
  if (leaving.steps.includes('visits-called-off')) return
  const visits = await inParts(carrying, (tx) => callSomeOff(tx, carrying, leaving))
  const toldPatients = leaving.is_insurer ? await tellPatients(carrying, leaving) : 0
  const { database, now } = carrying.services
  const step = { organisationId: leaving.organisation_id, step: 'visits-called-off', now: now() } as const
  await database.transaction({ kind: 'system' }, (tx) => saveStep(tx, { ...step, figures: { visits, toldPatients } }))
  advance(run, 'visits-called-off', { visits, toldPatients })
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
const tellPatients = (carrying: Carrying, { organisation_id: insurerId }: Leaving): Promise<number> =>
  inParts(carrying, async (tx) => {
    const untold = await untoldPatients(tx, insurerId, rowsATransaction)
    const notices = untold.map((row) => ({ caseId: row.case_id, personId: row.person_id }))
    await queueNotifications(tx, 'insurer-left', notices)
    return untold.length
  })
