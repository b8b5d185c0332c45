import { appendAuditEvent } from '#platform/http/audit.sql.ts'
import type { World } from '#tests/harness/world.ts'

/** So many events in the trail, about nobody and by nobody, in one transaction. */
export const writeEvents = (world: World, times: number): Promise<void> =>
  world.worker.transaction({ kind: 'system' }, async (tx) => {
    const event = JSON.stringify({ operation: 'test.write' })
    const about = { personId: null, caseId: null, organisationId: null, doerId: null }
    for (let n = 0; n < times; n++) await appendAuditEvent(tx, { action: 'test.write', event, ...about })
  })
