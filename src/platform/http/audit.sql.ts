import type { Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

type AuditRow = {
  action: string
  event: string
  personId: string | null
  caseId: string | null
  organisationId: string | null
  /** The user who did it; null for patients, machines and nobody in particular. */
  doerId: string | null
}

type AuditRows = {
  action: string
  events: readonly string[]
  personIds: readonly (string | null)[]
  caseIds: readonly (string | null)[]
  organisationId: string | null
  doerId: string | null
}

/** As `appendAuditEvent` for each event, in order; the three lists are equally long. */
export const appendAuditEvents = (tx: Tx, { action, events, personIds, caseIds, organisationId, doerId }: AuditRows) =>
  tx.run(sql`
    select append_audit_events(${action}, ${events}::text[], ${personIds}::uuid[], ${caseIds}::uuid[], ${organisationId}::uuid, ${doerId}::uuid)`)

export const appendAuditEvent = (tx: Tx, { action, event, personId, caseId, organisationId, doerId }: AuditRow) =>
  tx.run(sql`select append_audit_event(${action}, ${event}, ${personId}, ${caseId}, ${organisationId}, ${doerId})`)
