import { queueNotifications } from '#features/notifications/index.ts'
import { saveState } from '#features/rights/index.ts'
import { dayOf } from '#kernel/time.ts'
import type { Tx } from '#platform/db/database.ts'
import { accessUntil } from './agreements.ts'
import { inParts, rowsATransaction } from './in-parts.ts'
import { type Carrying, noteEnding } from './note-ending.ts'
import type { Run } from './report-run.ts'
import {
  announceEnd,
  endRestriction,
  type RestrictionLeft,
  restrictionsToEnd,
  restrictionsToTell,
} from './restrictions-left.sql.ts'

/**
 * Restrictions that nobody can lift any more, because their controller has left. The patient is told the day on which each ends, as long
 * ahead as the policy gives for answering what was asked (GDPR art. 18(3)); from that day on the case goes as others do.
 */
export async function endRestrictions(carrying: Carrying, run: Run): Promise<void> {
  const toldPatients = await inParts(carrying, (tx) => tellSome(tx, carrying, run))
  const restrictions = await inParts(carrying, (tx) => endSome(tx, carrying, run))
  if (toldPatients + restrictions === 0) return
  const before = run.done.toldPatients ?? 0
  run.done = { ...run.done, toldPatients: before + toldPatients, restrictions }
  run.advanced = true
}

async function tellSome(tx: Tx, carrying: Carrying, { leaving }: Run): Promise<number> {
  const { gate, services } = carrying
  const endsOn = accessUntil(gate.model, dayOf(services.now()))
  const untold = await restrictionsToTell(tx, leaving.organisation_id, rowsATransaction)
  for (const one of untold) {
    await noteRestriction(tx, carrying, one)
    await announceEnd(tx, one.id, endsOn)
  }
  const notices = untold.map((one) => ({ caseId: one.case_id, personId: one.person_id }))
  await queueNotifications(tx, 'restriction-ends', notices)
  return untold.length
}

async function endSome(tx: Tx, carrying: Carrying, { leaving }: Run): Promise<number> {
  const now = carrying.services.now()
  const due = await restrictionsToEnd(tx, leaving.organisation_id, { today: dayOf(now), limit: rowsATransaction })
  for (const one of due) {
    await noteRestriction(tx, carrying, one)
    await endRestriction(tx, one.id, now)
    await saveState(tx, { requestId: one.request_id, state: 'lifted', byKind: 'system', now })
  }
  return due.length
}

const noteRestriction = (tx: Tx, carrying: Carrying, { person_id, case_id, request_id }: RestrictionLeft) =>
  noteEnding(tx, carrying, {
    personId: person_id,
    caseId: case_id,
    object: { type: 'rights-request', id: request_id },
    touches: ['health.request'],
  })
