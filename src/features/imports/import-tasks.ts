import { type Id, readId } from '#kernel/ids.ts'
import type { JobTask } from '#platform/jobs/worker.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { Gate } from '#policy/gate.ts'
import { periodOf } from '#policy/retention.ts'
import { checkImport } from './check-import.ts'
import { importCases } from './import-cases.ts'
import { eraseOldFiles, forgetFinishedImports } from './imports.sql.ts'

/** The tasks of this feature. `gate` is the referral site's: the import asks it for what the confirming colleague may do. */
export const importTasks = (services: WorkerServices, gate: Gate): Readonly<Record<string, JobTask>> => ({
  'check-import': (payload) => checkImport(services, idIn(payload)),
  'import-cases': (payload) => importCases(services, gate, idIn(payload)),
  'sweep-imports': () =>
    services.database.transaction({ kind: 'system' }, async (tx) => {
      await eraseOldFiles(tx, services.now())
      const kept = periodOf(gate.model, 'import-account')
      await forgetFinishedImports(tx, services.now().toZonedDateTimeISO('UTC').subtract(kept).toInstant())
    }),
})

export const importTimetable: readonly string[] = ['20 2 * * * sweep-imports ?fill=1d']

function idIn(payload: unknown): Id<'case-import'> {
  const id = readId<'case-import'>(String((payload as { importId?: unknown }).importId))
  if (!id) throw new Error('A job without the id of its import')
  return id
}
