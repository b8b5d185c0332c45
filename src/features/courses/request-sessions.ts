import { reportToInsurer } from '#features/disclosure/index.ts'
import { queueStaffMail } from '#features/notifications/index.ts'
import { personKeyFor } from '#features/patients/index.ts'
import { newId } from '#kernel/ids.ts'
import { seal } from '#platform/crypto/field.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { organisationOf, personOf, userOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { saveSessionRequest } from './course.sql.ts'
import { clinicCaseFacts, findClinicCase } from './course.ts'
import { obstacleToAsking } from './obstacles.ts'
import { requestSessionsView } from './request-sessions.view.tsx'
import { sessionRequestForm } from './request-sessions-form.ts'

export const showSessionRequest = action({
  at: routes.clinic.requestSessions.form,
  asks: 'session-request.create',
  touches: ['booking', 'health.approval', 'health.report'],
  load: ({ reader, params }) => findClinicCase(reader, params.caseId),
  facts: clinicCaseFacts,
  async run({ tx, found, page, form: sent }) {
    return show(requestSessionsView({ page, row: found, form: sent, refusal: await obstacleToAsking(tx, found) }))
  },
})

/** Asks the insurer for further sessions. It goes into the ledger, and the case handler gets a mail without content. */
export const requestSessions = action({
  at: routes.clinic.requestSessions.create,
  asks: 'session-request.create',
  touches: ['booking', 'health.approval', 'health.report'],
  load: ({ reader, params }) => findClinicCase(reader, params.caseId),
  facts: clinicCaseFacts,
  input: sessionRequestForm,
  again: ({ found, page, form: sent }) => requestSessionsView({ page, row: found, form: sent, refusal: null }),
  async run({ tx, permit, found, input, services, page, form: sent, record }) {
    const refusal = await obstacleToAsking(tx, found)
    if (refusal) return show(requestSessionsView({ page, row: found, form: sent, refusal }), 409)
    const base = { caseId: found.id, insurerId: found.insurer_id }
    const personId = personOf(permit)
    const key = await personKeyFor(tx, services.keyring, personId)
    const id = newId<'session-request'>()
    await saveSessionRequest(tx, {
      ...base,
      id,
      clinicId: organisationOf(permit),
      personId,
      by: userOf(permit),
      sessions: input.sessions,
      reason: seal(key, 'session_requests.reason', input.reason),
    })
    await reportToInsurer(tx, permit, { ...base, consentMarkId: found.consent_mark_id, fields: ['session-request'] })
    const to = { organisationId: found.insurer_id, userId: found.case_handler_id }
    await queueStaffMail(tx, { template: 'session-request', ...to, caseId: found.id })
    record({ detail: { sessionRequestId: id, sessions: input.sessions } })
    return seeOther(routes.clinic.case.href({ caseId: found.id }, { notice: 'request-sent' }))
  },
})
