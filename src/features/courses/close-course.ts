import { reportToInsurer } from '#features/disclosure/index.ts'
import { personKeyFor } from '#features/patients/index.ts'
import { texts } from '#kernel/language.ts'
import { seal } from '#platform/crypto/field.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { choice, text } from '#platform/http/form-fields.ts'
import { organisationOf, personOf, userOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { closeCourseView } from './close-course.view.tsx'
import { saveClosure } from './course.sql.ts'
import { clinicCaseFacts, findClinicCase } from './course.ts'
import { courseOutcomes } from './course-outcomes.ts'
import { obstacleToClosing } from './obstacles.ts'

export const showCourseClosure = action({
  at: routes.clinic.closure.form,
  asks: 'course.close',
  touches: ['booking', 'health.report'],
  load: ({ reader, params }) => findClinicCase(reader, params.caseId),
  facts: clinicCaseFacts,
  async run({ tx, found, page, form: sent, now }) {
    return show(closeCourseView({ page, row: found, form: sent, obstacle: await obstacleToClosing(tx, found, now) }))
  },
})

/** Ends the course at this clinic with its outcome, which goes to the insurer through the ledger. It cannot be undone. */
export const closeCourse = action({
  at: routes.clinic.closure.create,
  asks: 'course.close',
  touches: ['booking', 'health.report'],
  load: ({ reader, params }) => findClinicCase(reader, params.caseId),
  facts: clinicCaseFacts,
  input: form({
    outcome: choice(courseOutcomes, { missing: texts('Vælg, hvordan det endte', 'Choose how it ended') }),
    summary: text({ max: 2000, multiline: true }).optional(),
  }),
  again: ({ found, page, form: sent }) => closeCourseView({ page, row: found, form: sent, obstacle: null }),
  async run({ tx, permit, found, input, services, page, form: sent, now, record }) {
    const obstacle = await obstacleToClosing(tx, found, now)
    if (obstacle) return show(closeCourseView({ page, row: found, form: sent, obstacle }), 409)
    const personId = personOf(permit)
    const key = await personKeyFor(tx, services.keyring, personId)
    await saveClosure(tx, {
      clinicId: organisationOf(permit),
      caseId: found.id,
      personId,
      by: userOf(permit),
      outcome: input.outcome,
      summary: input.summary === null ? null : seal(key, 'course_closures.summary', input.summary),
    })
    const fields = input.summary === null ? ['outcome'] : ['outcome', 'summary']
    const { id: caseId, insurer_id: insurerId, consent_mark_id: consentMarkId } = found
    await reportToInsurer(tx, permit, { caseId, insurerId, consentMarkId, fields })
    record({ detail: { outcome: input.outcome } })
    return seeOther(routes.clinic.case.href({ caseId: found.id }, { notice: 'closed' }))
  },
})
