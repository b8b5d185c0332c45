import { queueStaffMail } from '#features/notifications/index.ts'
import { type Id, newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/database.ts'
import { type AskedTasks, askFirst } from '#platform/jobs/ask-first.ts'
import type { NotedJob } from '#platform/jobs/task.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import { dataOfACase } from '#policy/categories.ts'
import type { Gate } from '#policy/gate.ts'
import { endOfHold } from '#policy/hold-grounds.ts'
import type { Keeper, KeptUntil } from './report.ts'
import { caseRuleOf, fateOf, journalRuleOf, type KeptBecause } from './retention.ts'
import { type DueRow, dueCases, endRun, eraseCase, noteProgress, offerJournals, startRun } from './sweep-cases.sql.ts'

export type SweepReport = {
  readonly due: number
  readonly erased: number
  readonly kept: Readonly<Partial<Record<KeptBecause, number>>>
}

const casesATransaction = 25
const beforeAll = '00000000-0000-0000-0000-000000000000'
const asSystem = { kind: 'system' } as const

/** `sweep-cases`, and whom to tell what became of each run. */
export const sweepTasks = (
  services: WorkerServices,
  gate: Gate,
  tell: (report: SweepReport) => unknown = () => undefined,
): AskedTasks =>
  askFirst(services, gate, {
    'sweep-cases': {
      asks: 'retention.sweep',
      touches: dataOfACase,
      async perform(job) {
        const report = await sweep(services, gate, job)
        tell(report)
        return report.erased > 0 ? 'noted' : 'nothing-done'
      },
    },
  })

/** One run of the job, with its report. */
export async function sweepCases(services: WorkerServices, gate: Gate): Promise<SweepReport> {
  const reports: SweepReport[] = []
  await sweepTasks(services, gate, (report) => reports.push(report))['sweep-cases']?.({}, { attempt: 1 })
  const [report] = reports
  if (!report) throw new Error('A sweep that told of nothing')
  return report
}

/**
 * Erases every case whose time is up, a few in each transaction so that nobody waits, and writes a report of what was erased and what was
 * kept and why. What was missed while the machine was down is due at the next run: the rule looks at dates, not at the last run.
 */
async function sweep(services: WorkerServices, gate: Gate, job: NotedJob): Promise<SweepReport> {
  const { database, now } = services
  const run: Run = { id: newId(), due: 0, erased: 0, kept: {}, lawEndsOn: null }
  await database.transaction(asSystem, (tx) => startRun(tx, run.id, now()))
  let after = beforeAll
  for (;;) {
    const swept = await database.transaction(asSystem, async (tx) => {
      const { months } = caseRuleOf(gate.model)
      const unanswered = endOfHold(gate.model, 'session-request').toString()
      const journal = journalRuleOf(gate.model)
      const due = await dueCases(tx, { now: now(), months, journal, after, limit: casesATransaction, unanswered })
      for (const one of due) await settle(tx, { job, run, one })
      await noteProgress(tx, { ...run, keptUntil: keptUntilOf(run) })
      return due
    })
    if (swept.length < casesATransaction) break
    after = swept.at(-1)?.case_id ?? after
  }
  await database.transaction(asSystem, (tx) => endRun(tx, run.id, now()))
  return run
}

type Run = {
  readonly id: string
  due: number
  erased: number
  kept: Partial<Record<KeptBecause, number>>
  /** The last day until which the law holds any journal of this run back. */
  lawEndsOn: string | null
}

/** What the run keeps, because of what; and until when, where that is a date and not somebody's answer. */
const keptUntilOf = ({ kept, lawEndsOn }: Run): KeptUntil[] =>
  Object.entries(kept).map(([reason, count]) => {
    const because = keepers[reason as KeptBecause]
    return { because, count, until: because === 'journal-by-law' ? lawEndsOn : null }
  })

const keepers = {
  'legal-hold': 'hold',
  'journal-not-handed-over': 'journal',
  'journal-of-a-clinic-that-left': 'journal-by-law',
} as const satisfies Record<KeptBecause, Keeper>

type Settling = { readonly job: NotedJob; readonly run: Run; readonly one: DueRow }

async function settle(tx: Tx, { job, run, one }: Settling): Promise<void> {
  run.due += 1
  const fate = fateOf({
    isHeld: one.is_held,
    journalsWaiting: one.journals_waiting,
    journalsLeft: one.journals_left,
  })
  if (fate === 'journal-not-handed-over') await offer(tx, one.case_id)
  if (fate !== 'erase') {
    run.kept[fate] = (run.kept[fate] ?? 0) + 1
    const lawEndsOn = one.law_ends_on?.toString() ?? ''
    if (fate === 'journal-of-a-clinic-that-left' && lawEndsOn > (run.lawEndsOn ?? '')) run.lawEndsOn = lawEndsOn
    return
  }
  await job.note(tx, { detail: { run: run.id } })
  await eraseCase(tx, one.case_id, run.id)
  run.erased += 1
}

/** Each clinic is told once that its journal waits: nothing is erased before it has it. */
async function offer(tx: Tx, caseId: Id<'case'>): Promise<void> {
  for (const { clinic_id: organisationId } of await offerJournals(tx, caseId))
    await queueStaffMail(tx, { template: 'journal-offered', organisationId, userId: null, caseId })
}
