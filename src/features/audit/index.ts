import type { JobTask } from '#platform/jobs/worker.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'

import type { PolicyModel } from '#policy/model.ts'
import { periodOf } from '#policy/retention.ts'
import { forgetEventsOfStaff } from './audit.sql.ts'

import { checkTrail } from './check-trail.ts'

import { publishHeads } from './publish-heads.ts'

export { auditCatalogue } from './audit.data.ts'
export { checkTrailIn } from './check-trail.ts'
export { publishHeads } from './publish-heads.ts'
export { type TrailStanding, trailStanding } from './trail-standing.sql.ts'

export const auditTasks = (services: WorkerServices, model: PolicyModel): Readonly<Record<string, JobTask>> => ({
  'publish-audit-heads': () => publishHeads(services, 'nightly'),
  'check-audit-trail': () => checkTrail(services),
  'forget-old-events': async () => {
    const limit = services.now().toZonedDateTimeISO('UTC').subtract(periodOf(model, 'doings-outside-cases')).toInstant()
    await services.database.transaction({ kind: 'system' }, (tx) => forgetEventsOfStaff(tx, limit))
  },
})

/** After the sweep of the night; a night that was missed is made up for. */
export const auditTimetable = [
  '45 2 * * * publish-audit-heads ?fill=1d',
  '50 2 * * * check-audit-trail ?fill=1d',
  '55 1 * * * forget-old-events ?fill=7d',
]
