import { entryChoices, faultsOf, transferOnConsent } from '#features/cases/index.ts'
import { liveMark, lockMarking, marksOfCase } from '#features/consent/index.ts'
import { dayOf } from '#kernel/time.ts'
import { action } from '#platform/http/action.ts'
import { sendJson } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { caseAnswer } from './case-answer.ts'
import { consentSchema } from './case-schema.ts'
import { caseWithStanding, namedClinics } from './follow-cases.sql.ts'
import { problemOf } from './problems.ts'
import { readJson } from './read-body.ts'

/** Marks the consent on a case that was opened without; the case then goes on as if it had been marked from the start (R1.7). */
export const markConsent = action({
  at: routes.api.markConsent,
  asks: 'case.mark-consent',
  touches: ['booking', 'consent-history', 'health.approval'],
  as: 'api',
  limit: 'api',
  load: ({ reader, params, now }) => caseWithStanding(reader, params.caseId, now),
  facts: (found) => ({ personId: found.person_id, caseId: found.id, organisationId: found.insurer_id }),
  async run({ tx, found, permitFor, request, now, record }) {
    const read = readJson(consentSchema, await request.text())
    if (!read.ok) return read.problem
    const [ahead] = faultsOf({ details: {}, consentedOn: read.value.consentedOn }, await entryChoices(tx), dayOf(now))
    if (ahead)
      return problemOf('invalid', [{ pointer: '/consentedOn', code: ahead.why, detail: 'The date is ahead of us' }])
    await lockMarking(tx, found.id)
    const marks = await marksOfCase(tx, found.id)
    const isNew = !liveMark(marks)
    if (isNew && marks.length > 0) return problemOf('consent-withdrawn')
    if (isNew) {
      const clinics = (await namedClinics(tx, found.id)).map((row) => row.clinic_id)
      await transferOnConsent(
        { tx, permitFor },
        {
          caseId: found.id,
          personId: found.person_id,
          insurerId: found.insurer_id,
          treatmentType: found.treatment_type,
          consent: read.value,
          clinics: clinics.length > 0 ? clinics : 'any',
        },
      )
    }
    record({ detail: { marked: isNew } })
    const after = await caseWithStanding(tx, found.id, now)
    return sendJson(await caseAnswer(tx, after ?? found))
  },
})
