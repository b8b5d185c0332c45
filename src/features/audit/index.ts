import { type AskedTasks, askFirst } from '#platform/jobs/ask-first.ts'
import type { NotedJob, Trail } from '#platform/jobs/task.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'

import type { Gate } from '#policy/gate.ts'
import type { PolicyModel } from '#policy/model.ts'
import { periodOf } from '#policy/retention.ts'
import { forgetEventsOfStaff } from './audit.sql.ts'

import { checkTrail } from './check-trail.ts'

import { publishHeads } from './publish-heads.ts'

export { auditCatalogue } from './audit.data.ts'
export { checkTrailIn } from './check-trail.ts'
export { publishHeads } from './publish-heads.ts'
export { type TrailStanding, trailStanding } from './trail-standing.sql.ts'

/** The ends of the chains and their links are hashes: publishing and checking them shows nobody's doings. */
export const auditTasks = (services: WorkerServices, gate: Gate): AskedTasks =>
  askFirst(services, gate, {
    'publish-audit-heads': {
      asks: 'audit.publish-heads',
      touchesNobody: true,
      perform: () => publishHeads(services, 'nightly'),
    },
    'check-audit-trail': { asks: 'audit.check', touchesNobody: true, perform: () => checkTrail(services) },
    'forget-old-events': {
      asks: 'audit.forget',
      touches: ['access-history'],
      perform: (job) => forgetOldEvents(services, gate.model, job),
    },
  })

function forgetOldEvents({ database, now }: WorkerServices, model: PolicyModel, { note }: NotedJob): Promise<Trail> {
  const limit = now().toZonedDateTimeISO('UTC').subtract(periodOf(model, 'doings-outside-cases')).toInstant()
  return database.transaction({ kind: 'system' }, async (tx) => {
    const { forgotten } = await forgetEventsOfStaff(tx, limit)
    if (Number(forgotten) === 0) return 'nothing-done'
    await note(tx, { detail: { forgotten: Number(forgotten) } })
    return 'noted'
  })
}

/** After the sweep of the night; a night that was missed is made up for. */
export const auditTimetable = [
  '45 2 * * * publish-audit-heads ?fill=1d',
  '50 2 * * * check-audit-trail ?fill=1d',
  '55 1 * * * forget-old-events ?fill=7d',
]
