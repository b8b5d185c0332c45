import { type Id, newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/database.ts'
import { organisationOf, type Permit, personOf, userOf } from '#policy/permit.ts'
import { saveDisclosure } from './disclosure.sql.ts'

export type Report = {
  readonly caseId: Id<'case'>
  readonly insurerId: Id<'organisation'>
  readonly consentMarkId: Id<'consent-mark'>
  /** What is told, by field name: `session-request`, `outcome`. */
  readonly fields: readonly string[]
}

/** What a clinic tells the insurer goes through the same ledger as the way there (R2.5). */
export const reportToInsurer = (
  tx: Tx,
  permit: Permit<'session-request.create'> | Permit<'course.close'>,
  { caseId, insurerId, consentMarkId, fields }: Report,
) =>
  saveDisclosure(tx, {
    id: newId(),
    recipientId: insurerId,
    caseId,
    personId: personOf(permit),
    direction: 'to-insurer',
    consentMarkId,
    activity: permit.activity,
    purpose: permit.purpose,
    fields,
    disclosedByOrganisation: organisationOf(permit),
    disclosedBy: userOf(permit),
  })
