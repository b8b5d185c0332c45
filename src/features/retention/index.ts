import type { Action } from '#platform/http/action.ts'
import type { JobTask } from '#platform/jobs/worker.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { Gate } from '#policy/gate.ts'
import type { PolicyModel } from '#policy/model.ts'
import { instructRetention, viewInstruction } from './instruct-retention.ts'
import { listRuns } from './list-runs.ts'
import { sweepsAt } from './next-sweep.ts'
import { sweepCases } from './sweep-cases.ts'
import { confirmHandover, listHandovers, takeJournal } from './take-over-journal.ts'

export { nextSweepAfter } from './next-sweep.ts'
export { keptLines } from './report.texts.ts'
export { type Done, type KeptUntil } from './report.ts'
export { retentionCatalogue } from './retention.data.ts'
export { retentionTexts } from './retention.texts.ts'
export { caseRuleOf, journalRuleOf, type KeptBecause } from './retention.ts'
export { latestRuns, type RunRow, saveReport } from './runs.sql.ts'
export { type LogSweepRow, latestLogSweep } from './sweep-logs.sql.ts'
export { sweepLogs } from './sweep-logs.ts'

export const retentionActions = (model: PolicyModel): readonly Action[] => [
  viewInstruction(model),
  instructRetention(model),
  listRuns,
  listHandovers,
  takeJournal,
  confirmHandover,
]

export const retentionTasks = (services: WorkerServices, gate: Gate): Readonly<Record<string, JobTask>> => ({
  'sweep-cases': async () => {
    await sweepCases(services, gate)
  },
})

/** In the small hours; a night that was missed is made up for at the next start. */
export const retentionTimetable = [`${sweepsAt.minute} ${sweepsAt.hour} * * * sweep-cases ?fill=7d`]
