import { type Id, readId } from '#kernel/ids.ts'
import { type AskedTasks, askFirst } from '#platform/jobs/ask-first.ts'
import type { NotedJob, Trail } from '#platform/jobs/task.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { Gate } from '#policy/gate.ts'
import { periodOf } from '#policy/retention.ts'
import { checkImport } from './check-import.ts'
import { importCases } from './import-cases.ts'
import { eraseOldFiles, forgetFinishedImports } from './imports.sql.ts'

/** The tasks of this feature. `gate` is the referral site's: the import asks it for what the confirming colleague may do. */
export const importTasks = (services: WorkerServices, gate: Gate): AskedTasks =>
  askFirst(services, gate, {
    'check-import': {
      asks: 'import.check',
      touches: ['contact', 'cpr', 'consent-history', 'health.approval', 'health.referral'],
      perform: (job) => checkImport(services, job, idIn(job.payload)),
    },
    'import-cases': {
      asks: 'import.carry-out',
      touches: ['contact', 'cpr', 'consent-history', 'health.approval', 'health.referral'],
      perform: (job) => importCases({ services, gate, job }, idIn(job.payload)),
    },
    'sweep-imports': {
      asks: 'import.sweep',
      touches: ['contact', 'cpr', 'consent-history', 'health.approval', 'health.referral'],
      perform: (job) => sweepImports(services, gate, job),
    },
  })

function sweepImports({ database, now }: WorkerServices, { model }: Gate, { note }: NotedJob): Promise<Trail> {
  const endedBefore = now().toZonedDateTimeISO('UTC').subtract(periodOf(model, 'import-account')).toInstant()
  return database.transaction({ kind: 'system' }, async (tx) => {
    const files = await eraseOldFiles(tx, now())
    const accounts = await forgetFinishedImports(tx, endedBefore)
    if (files + accounts === 0) return 'nothing-done'
    await note(tx, { detail: { files, accounts } })
    return 'noted'
  })
}

export const importTimetable: readonly string[] = ['20 2 * * * sweep-imports ?fill=1d']

function idIn(payload: unknown): Id<'case-import'> {
  const id = readId<'case-import'>(String((payload as { importId?: unknown }).importId))
  if (!id) throw new Error('A job without the id of its import')
  return id
}
