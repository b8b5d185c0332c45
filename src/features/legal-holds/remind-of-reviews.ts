import { queueStaffMail } from '#features/notifications/index.ts'
import { dayOf } from '#kernel/time.ts'
import { type AskedTasks, askFirst } from '#platform/jobs/ask-first.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { Gate } from '#policy/gate.ts'
import { dueReviews, noteReminded } from './legal-holds.sql.ts'

/** Tells each insurer once of a hold whose day has come, or the operator if the insurer has left. The mail names nobody. */
export const holdTasks = (services: WorkerServices, gate: Gate): AskedTasks =>
  askFirst(services, gate, {
    'remind-of-holds': {
      asks: 'legal-hold.remind',
      touches: ['health.request'],
      perform: ({ permitFor, note }) => {
        const { database, now } = services
        return database.transaction({ kind: 'system' }, async (tx) => {
          const reviews = await dueReviews(tx, dayOf(now()))
          for (const due of reviews) {
            const { case_id: caseId, person_id: personId, insurer_id: insurerId, tell_id: organisationId } = due
            await note(tx, { permit: await permitFor(tx, { caseId, personId, organisationId: insurerId }) })
            const template = organisationId === insurerId ? 'hold-review' : 'hold-left-behind'
            await queueStaffMail(tx, { template, organisationId, userId: null, caseId })
            await noteReminded(tx, due, now())
          }
          return reviews.length > 0 ? 'noted' : 'nothing-done'
        })
      },
    },
  })

/** In the morning, Danish time. */
export const holdTimetable = ['20 6 * * * remind-of-holds ?fill=7d']
