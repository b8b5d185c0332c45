import { ledgerIn, noteErasures } from '#platform/backup/ledger.ts'
import { type AskedTasks, askFirst } from '#platform/jobs/ask-first.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { Gate } from '#policy/gate.ts'

export { erasureCatalogue } from './erasure.data.ts'

/**
 * `note-erasures` is enqueued by the database in the transaction that erases, so the ledger outside learns of it once it is committed. It
 * touches nobody: the ids that it writes lead to no one any more.
 */
export const erasureTasks = (services: WorkerServices, gate: Gate): AskedTasks =>
  askFirst(services, gate, {
    'note-erasures': {
      asks: 'erasure.note',
      touchesNobody: true,
      perform: async () => {
        await noteErasures(services.database, ledgerIn(services.dataFolder))
      },
    },
  })
