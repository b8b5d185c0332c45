import { marksOfCase, referralOf } from '#features/consent/index.ts'
import { disclosuresOfCase } from '#features/disclosure/index.ts'
import { open } from '#platform/crypto/field.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import type { PersonKey } from '#platform/crypto/person-key.ts'
import type { Reader } from '#platform/db/database.ts'
import { attachmentsOf } from './attachments.sql.ts'
import { attachmentName } from './attachments.ts'
import { type CaseEventRow, eventsOf } from './case-events.sql.ts'
import { openPatient } from './found-case.ts'
import { approvalsOf, type CaseDetailRow, detailsOf } from './show-case.sql.ts'

export type WholeCase = Awaited<ReturnType<typeof readWholeCase>>

/** All that the page of a case shows, with what was sealed opened. */
export async function readWholeCase(reader: Reader, keyring: Keyring, found: CaseDetailRow) {
  const patient = await openPatient(reader, keyring, found)
  const { key } = patient
  const details = await detailsOf(reader, found.id)
  const attachments = await attachmentsOf(reader, found.id)
  return {
    found,
    patient,
    details: details.map(({ field, value_sealed }) => ({
      field,
      text: open(key, `case_details.${field}`, value_sealed),
    })),
    attachments: attachments.map((row) => ({ ...row, name: attachmentName(key, row) })),
    approvals: await approvalsOf(reader, found.id),
    referral: await referralOf(reader, found.id),
    marks: await marksOfCase(reader, found.id),
    disclosures: await disclosuresOfCase(reader, found.id),
    events: (await eventsOf(reader, found.id)).map((event) => ({ ...event, summary: summaryIn(key, event) })),
  }
}

const summaryIn = (key: PersonKey, { summary_sealed }: CaseEventRow) =>
  summary_sealed && open(key, 'course_closures.summary', summary_sealed)
