import { entryChoices } from '#features/cases/index.ts'
import type { Id } from '#kernel/ids.ts'
import { dayOf } from '#kernel/time.ts'
import { openForPlatform } from '#platform/crypto/platform-key.ts'
import type { Reader } from '#platform/db/database.ts'
import type { NotedJob, Trail } from '#platform/jobs/task.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import { type CheckedRow, checkedRows } from './check-rows.ts'
import { forgetFaults, saveFaults } from './import-faults.sql.ts'
import { type ImportRow, importById, moveOn, noteChecked, sealedFileOf, takenNumbers } from './imports.sql.ts'

const system = { kind: 'system' } as const
const chunkRows = 500

/** Checks every row and cell of a file, and keeps what is wrong. The page follows how far it has come. */
export async function checkImport(
  services: WorkerServices,
  { permitFor, note }: NotedJob,
  id: Id<'case-import'>,
): Promise<Trail> {
  const { database, now } = services
  const from = ['checking', 'check-failed'] as const
  const begun = await database.transaction(system, async (tx) => {
    const at = now()
    return (await moveOn(tx, { id, from, to: 'checking', at })) ? importById(tx, id) : null
  })
  if (!begun) return 'nothing-done'
  try {
    const wrong = await checkAll(services, begun)
    await database.transaction(system, async (tx) => {
      const permit = await permitFor(tx, { organisationId: begun.insurer_id, object: { type: 'case-import', id } })
      await note(tx, { permit, detail: { wrong } })
      await moveOn(tx, { id, from: ['checking'], to: wrong > 0 ? 'has-errors' : 'ready', at: now() })
    })
    return 'noted'
  } catch (error) {
    await database.transaction(system, (tx) => moveOn(tx, { id, from: ['checking'], to: 'check-failed', at: now() }))
    throw error
  }
}

async function checkAll(services: WorkerServices, { id, insurer_id: insurerId }: ImportRow): Promise<number> {
  const { database, keyring, now } = services
  const { sheet, choices } = await database.transaction(system, async (tx) => {
    await forgetFaults(tx, id)
    return { sheet: await sheetOf(tx, keyring, id), choices: await entryChoices(tx) }
  })
  const takenAmong = async (numbers: readonly string[]) =>
    new Set(
      (await database.transaction(system, (tx) => takenNumbers(tx, insurerId, numbers))).map((row) => row.case_number),
    )
  const so = { rows: 0, wrong: 0, withConsent: 0 }
  for await (const rows of checkedRows(sheet, { choices, today: dayOf(now()), takenAmong, chunkRows })) {
    so.rows += rows.length
    so.wrong += rows.filter(({ faults }) => faults.length > 0).length
    so.withConsent += rows.filter(({ entry }) => entry?.consent).length
    await database.transaction(system, async (tx) => {
      const faults = rows.flatMap(faultsOfRow)
      if (faults.length > 0) await saveFaults(tx, { importId: id, insurerId }, faults)
      await noteChecked(tx, id, { ...so, at: now() })
    })
  }
  return so.wrong
}

const faultsOfRow = ({ row, faults }: CheckedRow) => faults.map((fault) => ({ row, fault }))

export const purposeOf = (id: Id<'case-import'>) => `case-import/${id}`

/** The file's text. Throws when it is gone. */
export async function sheetOf(
  reader: Reader,
  keyring: WorkerServices['keyring'],
  id: Id<'case-import'>,
): Promise<Buffer> {
  const file = await sealedFileOf(reader, id)
  if (!file) throw new Error('The file of this import is erased')
  return openForPlatform(keyring, purposeOf(id), file.content_sealed)
}
