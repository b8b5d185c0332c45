import { queueStaffMail } from '#features/notifications/index.ts'
import { dayOf } from '#kernel/time.ts'
import { writeAudit } from '#platform/http/audit.ts'
import type { JobTask } from '#platform/jobs/worker.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { Gate } from '#policy/gate.ts'
import { dueReviews, noteReminded } from './legal-holds.sql.ts'

/** Tells each insurer once of a hold whose day has come. The mail names nobody. */
export const holdTasks = ({ database, now }: WorkerServices, gate: Gate): Readonly<Record<string, JobTask>> => ({
  'remind-of-holds': async () => {
    await database.transaction({ kind: 'system' }, async (tx) => {
      for (const due of await dueReviews(tx, dayOf(now()))) {
        const { case_id: caseId, person_id: personId, insurer_id: organisationId } = due
        const actor = { kind: 'system', task: 'remind-of-holds' } as const
        const decision = gate.decide('legal-hold.remind', actor, { caseId, personId, organisationId })
        if (decision.kind === 'refused') throw new Error('The policy does not let insurers be reminded of holds')
        await writeAudit(tx, { permit: decision.permit, result: 'done', now: now() })
        await queueStaffMail(tx, { template: 'hold-review', organisationId, userId: null, caseId })
        await noteReminded(tx, due, now())
      }
    })
  },
})

/** In the morning, Danish time. */
export const holdTimetable = ['20 6 * * * remind-of-holds ?fill=7d']
