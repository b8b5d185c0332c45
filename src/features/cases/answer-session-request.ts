import { queueNotification, queueStaffMail } from '#features/notifications/index.ts'
import { personKeyFor } from '#features/patients/index.ts'
import { dayOf, type Temporal } from '#kernel/time.ts'
import type { FormState } from '#platform/html/page.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { answerForm, answerIn } from './answer-form.ts'
import { answerSessionRequestView } from './answer-session-request.view.tsx'
import { factsOfRequest, findSessionRequest, readRequest } from './found-request.ts'
import { giveAnswer } from './give-answer.ts'
import type { SessionRequestRow } from './session-requests.sql.ts'
import { sessionRequestNotices } from './session-requests.texts.ts'

/** One request with the clinic's reason, and the form to answer it or the answer that was given. */
export const showSessionRequest = action({
  at: routes.sessionRequest.show,
  asks: 'session-request.view',
  touches: ['contact', 'booking', 'health.approval', 'health.report'],
  notices: sessionRequestNotices,
  load: findSessionRequest,
  facts: factsOfRequest,
  async run({ tx, page, found, now, services: { keyring } }) {
    const request = await readRequest(tx, { keyring, now, found })
    return show(answerSessionRequestView(page, request, proposed(found, request.standing.valid_until, dayOf(now))))
  },
})

/** What the clinic asked for, until the day the case's approval runs to, unless that is over. */
function proposed({ sessions }: SessionRequestRow, until: Temporal.PlainDate, today: Temporal.PlainDate): FormState {
  const ahead = until.since(today).sign >= 0
  const day = { 'until-day': `${until.day}`, 'until-month': `${until.month}`, 'until-year': `${until.year}` }
  return { values: { sessions: `${sessions}`, ...(ahead && day) }, errors: [] }
}

/** Grants further sessions at that same clinic, or refuses with a reason. The clinic is told; the patient too when it was granted. */
export const answerSessionRequest = action({
  at: routes.sessionRequest.answer,
  asks: 'session-request.answer',
  touches: ['contact', 'booking', 'health.approval', 'health.report'],
  load: findSessionRequest,
  facts: factsOfRequest,
  input: (found, { now }) => answerForm(dayOf(now), found.consent_is_live),
  again: async ({ tx, page, found, form, now, services: { keyring } }) =>
    answerSessionRequestView(page, await readRequest(tx, { keyring, now, found }), form),
  async run({ tx, permit, found, input, now, services: { keyring }, record }) {
    const { id: requestId, case_id: caseId, person_id: personId, clinic_id: organisationId } = found
    const answer = answerIn(input)
    const key = await personKeyFor(tx, keyring, personId)
    const to = (notice: 'answered' | 'already') => seeOther(routes.sessionRequest.show.href({ requestId }, { notice }))
    if ((await giveAnswer({ tx, permit, key, today: dayOf(now) }, found, answer)) === 'already') return to('already')
    record({ detail: { answer: answer.kind, ...(answer.kind === 'grant' && { sessions: answer.sessions }) } })
    await queueStaffMail(tx, { template: 'session-answer', organisationId, userId: found.requested_by, caseId })
    if (answer.kind === 'grant') await queueNotification(tx, { template: 'sessions-granted', caseId, personId })
    return to('answered')
  },
})
