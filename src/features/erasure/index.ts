import { ledgerIn, noteErasures } from '#platform/backup/ledger.ts'
import type { JobTask } from '#platform/jobs/worker.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'

export { erasureCatalogue } from './erasure.data.ts'

/** `note-erasures` is enqueued by the database in the transaction that erases, so the ledger outside learns of it once it is committed. */
export const erasureTasks = ({ database, dataFolder }: WorkerServices): Readonly<Record<string, JobTask>> => ({
  'note-erasures': async () => {
    await noteErasures(database, ledgerIn(dataFolder))
  },
})
