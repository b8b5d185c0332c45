import type { Temporal } from '#kernel/time.ts'
import { forgetLines } from '#platform/backup/forget-lines.ts'
import { ledgerIn } from '#platform/backup/ledger.ts'
import { type AskedTasks, askFirst } from '#platform/jobs/ask-first.ts'
import type { NotedJob, Trail } from '#platform/jobs/task.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { Gate } from '#policy/gate.ts'
import { beforeNow } from '#policy/retention.ts'
import {
  forgetErasures,
  forgetInvitations,
  forgetLogSweeps,
  forgetRevocations,
  forgetRuns,
} from './sweep-ledgers.sql.ts'

export const ledgerTasks = (services: WorkerServices, gate: Gate): AskedTasks =>
  askFirst(services, gate, {
    'sweep-ledgers': {
      asks: 'retention.sweep',
      touches: ['business-contact', 'access-history'],
      perform: (job) => sweepLedgers(services, gate, job),
    },
  })

/**
 * What shows that others were erased has an end too, and so have invitations, each as the model says. The ledger beside the database loses
 * its old lines first: were it the other way about, a start would take this database for one from before those erasures.
 */
async function sweepLedgers(services: WorkerServices, gate: Gate, job: NotedJob): Promise<Trail> {
  const { database, dataFolder, now } = services
  const before = (part: string): Temporal.Instant => beforeNow(gate.model, part, now())
  await forgetLines(ledgerIn(dataFolder), before('erasure-ledger'))
  return database.transaction({ kind: 'system' }, async (tx) => {
    const detail = {
      erasures: await forgetErasures(tx, before('erasure-ledger')),
      revocations: await forgetRevocations(tx, before('erasure-ledger')),
      runs: await forgetRuns(tx, before('sweep-report')),
      logSweeps: await forgetLogSweeps(tx, before('log-sweep-report')),
      invitations: await forgetInvitations(tx, before('invitation')),
    }
    if (Object.values(detail).every((count) => count === 0)) return 'nothing-done'
    await job.note(tx, { detail })
    return 'noted'
  })
}
