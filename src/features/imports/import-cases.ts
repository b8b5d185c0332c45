/**
 * Imports a checked file, all or nothing. The job acts for the colleague who confirmed it: with the roles they have now, under the request
 * role and its row-level policies. What has changed since the check (a number taken meanwhile) sends the file back to be checked again.
 */
import { entryChoices, type NewCase } from '#features/cases/index.ts'
import type { Id } from '#kernel/ids.ts'
import { dayOf } from '#kernel/time.ts'
import { type Tx, violatedConstraint } from '#platform/db/database.ts'
import { writeAudit } from '#platform/http/audit.ts'
import type { NotedJob, Trail } from '#platform/jobs/task.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { StaffActor } from '#policy/actor.ts'
import type { Gate } from '#policy/gate.ts'
import { staffAsOfNow } from './acting-user.sql.ts'
import { sheetOf } from './check-import.ts'
import { checkedRows } from './check-rows.ts'
import {
  enqueueTask,
  eraseFile,
  type ImportRow,
  importById,
  moveOn,
  noteImported,
  takeImport,
  takenNumbers,
} from './imports.sql.ts'
import { openCases, type Saved, type Saving } from './save-cases.ts'

const system = { kind: 'system' } as const
const chunkRows = 250

/** Thrown within the import to undo it when a row is no longer as it was checked. */
class RowsChanged extends Error {
  override name = 'RowsChanged'
}

type Importing = { readonly services: WorkerServices; readonly gate: Gate; readonly job: NotedJob }

export async function importCases({ services, gate, job }: Importing, id: Id<'case-import'>): Promise<Trail> {
  const { database, now } = services
  const move = (from: ImportRow['state'], to: ImportRow['state']) =>
    database.transaction(system, async (tx) => {
      if (!(await moveOn(tx, { id, from: [from], to, at: now() }))) return
      await noteImported(tx, id, { rows: 0, at: now() })
      if (to === 'checking') await enqueueTask(tx, 'check-import', id)
    })
  await move('import-failed', 'importing')
  const begun = await database.transaction(system, async (tx) => {
    const row = await importById(tx, id)
    const user = row?.confirmed_by ? await staffAsOfNow(tx, row.confirmed_by) : null
    return row && { row, saving: permitsOf(gate, row, user) }
  })
  if (begun?.row.state !== 'importing') return 'nothing-done'
  if (!begun.saving) {
    await move('importing', 'not-allowed')
    return 'nothing-done'
  }
  try {
    return await importAll({ services, job }, begun.row, begun.saving)
  } catch (error) {
    const isChanged = error instanceof RowsChanged || violatedConstraint(error) === 'case_number_is_used_once'
    await move('importing', isChanged ? 'checking' : 'import-failed')
    if (!isChanged) throw error
    return 'nothing-done'
  }
}

type Permits = Pick<Saving, 'permit' | 'permitFor'> & { readonly actor: StaffActor }

/** What the gate allows the colleague now; null when they may no longer import, mark consents or hand over. */
function permitsOf(gate: Gate, row: ImportRow, user: Awaited<ReturnType<typeof staffAsOfNow>>): Permits | null {
  if (!user || !row.confirmed_by) return null
  const actor: StaffActor = {
    kind: 'staff',
    userId: row.confirmed_by,
    organisationId: user.organisation_id,
    organisationKind: user.organisation_kind,
    roles: user.roles,
  }
  const facts = { organisationId: row.insurer_id, object: { type: 'case-import', id: row.id } }
  const decision = gate.decide('import.confirm', actor, facts, [
    'contact',
    'cpr',
    'consent-history',
    'health.approval',
    'health.referral',
  ])
  if (decision.kind === 'refused') return null
  const permitFor: Saving['permitFor'] = (action, about, touches) => {
    const decided = gate.decide(action, actor, about, touches)
    if (decided.kind === 'refused') throw new Error(`${action} was refused within an import that is allowed`)
    return decided.permit
  }
  return { actor, permit: decision.permit, permitFor }
}

/** The trail tells of each case by its colleague, and of the job by the system. */
async function importAll(
  { services, job }: Pick<Importing, 'services' | 'job'>,
  row: ImportRow,
  permits: Permits,
): Promise<Trail> {
  const { requestDatabase, database, keyring, now } = services
  const { userId, organisationId } = permits.actor
  return requestDatabase.transaction({ kind: 'staff', userId, organisationId }, async (tx) => {
    if (!(await takeImport(tx, row.id))) return 'nothing-done'
    // Another job may have finished it between our look at its state and our turn.
    if ((await importById(tx, row.id))?.state !== 'importing') return 'nothing-done'
    const saved: Saved[] = []
    for await (const entries of soundRows(tx, services, row)) {
      saved.push(...(await openCases({ tx, keyring, ...permits }, entries)))
      // On a connection of its own, so that the page can see it before the import commits.
      await database.transaction(system, (own) => noteImported(own, row.id, { rows: saved.length, at: now() }))
    }
    if (saved.length !== row.rows_total) throw new RowsChanged()
    await writeAudit(tx, { permit: permits.permit, result: 'done', now: now(), viewed: saved })
    await moveOn(tx, { id: row.id, from: ['importing'], to: 'imported', at: now() })
    await eraseFile(tx, row.id)
    const permit = await job.permitFor(tx, { organisationId, object: { type: 'case-import', id: row.id } })
    await job.note(tx, { permit, detail: { rows: saved.length } })
    return 'noted'
  })
}

async function* soundRows(tx: Tx, services: WorkerServices, row: ImportRow): AsyncGenerator<readonly NewCase[]> {
  const sheet = await sheetOf(tx, services.keyring, row.id)
  const takenAmong = async (numbers: readonly string[]) =>
    new Set((await takenNumbers(tx, row.insurer_id, numbers)).map(({ case_number }) => case_number))
  const checking = { choices: await entryChoices(tx), today: dayOf(services.now()), takenAmong, chunkRows }
  for await (const rows of checkedRows(sheet, checking)) {
    yield rows.map(({ entry }) => {
      if (!entry) throw new RowsChanged()
      return entry
    })
  }
}
