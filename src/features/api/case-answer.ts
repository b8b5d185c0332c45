import type { z } from 'zod'
import { liveMark, marksOfCase } from '#features/consent/index.ts'
import type { Reader } from '#platform/db/database.ts'
import { routes } from '#src/routes.ts'
import type { caseSchema, listedSchema } from './case-schema.ts'
import { appointmentsOfCase, type CaseRow } from './follow-cases.sql.ts'

export const listedOf = (row: CaseRow): z.output<typeof listedSchema> => ({
  id: row.id,
  href: routes.api.showCase.href({ caseId: row.id }),
  caseNumber: row.case_number,
  treatment: row.treatment_type,
  state: row.state,
  openedAt: row.created_at.toString(),
  sessions: { approved: row.approved, used: row.used, booked: row.booked, remaining: row.remaining },
  validUntil: row.valid_until.toString(),
})

/** A case with its consent and its appointments, as an insurer's system follows it: no notes, and nothing of the patient that it has itself. */
export async function caseAnswer(reader: Reader, row: CaseRow): Promise<z.output<typeof caseSchema>> {
  const mark = liveMark(await marksOfCase(reader, row.id))
  const appointments = await appointmentsOfCase(reader, row.id)
  return {
    ...listedOf(row),
    consent: mark && {
      consentedOn: mark.consented_on.toString(),
      means: mark.means,
      textVersion: mark.text_version,
      markedAt: mark.marked_at.toString(),
    },
    appointments: appointments.map((one) => ({
      id: one.id,
      startsAt: one.starts_at.toString(),
      endsAt: one.ends_at.toString(),
      clinic: { name: one.clinic_name, cvr: one.clinic_cvr },
      state: one.state,
    })),
  }
}
