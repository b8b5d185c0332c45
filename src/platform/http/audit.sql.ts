import type { Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

type AuditRow = {
  action: string
  event: string
  personId: string | null
  caseId: string | null
  organisationId: string | null
}

export const appendAuditEvent = (tx: Tx, { action, event, personId, caseId, organisationId }: AuditRow) =>
  tx.run(sql`select append_audit_event(${action}, ${event}, ${personId}, ${caseId}, ${organisationId})`)
