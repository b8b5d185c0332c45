import { queueNotification } from '#features/notifications/index.ts'
import { personKeyFor } from '#features/patients/index.ts'
import { seal } from '#platform/crypto/field.ts'
import { action } from '#platform/http/action.ts'
import { seeOther } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { text } from '#platform/http/form-fields.ts'
import { userOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { answerTexts } from './answer-request.texts.ts'
import { answerRequestView } from './answer-request.view.tsx'
import { saveState } from './ask.sql.ts'
import { isInTime } from './deadline.ts'
import { factsOfRequest, findRequestToUs, readRequest } from './found-request.ts'
import { courseOf } from './standing.view.tsx'

const missing = { da: answerTexts.da.reason, en: answerTexts.en.reason }

/** Takes two further months, once and while the first month runs; the person is told, and why (GDPR art. 12(3)). */
export const extendRequest = action({
  at: routes.rights.extension,
  asks: 'rights-request.answer',
  touches: ['contact', 'health.approval', 'health.request', 'business-contact', 'access-history'],
  load: findRequestToUs,
  facts: factsOfRequest,
  input: form({ reason: text({ max: 1000, multiline: true, missing }) }),
  again: async ({ tx, page, found, form, services: { keyring } }) =>
    answerRequestView(page, await readRequest(tx, keyring, found), form),
  async run({ tx, permit, found, input, now, services: { keyring } }) {
    const back = (notice: string) => seeOther(routes.rights.show.href({ rightsRequestId: found.id }, { notice }))
    if (found.answer || found.is_extended || !isInTime(courseOf(found), now)) return back('not-extended')
    const key = await personKeyFor(tx, keyring, found.person_id)
    const note = seal(key, 'rights_request_states.note', input.reason)
    await saveState(tx, { requestId: found.id, state: 'extended', byKind: 'staff', by: userOf(permit), now, note })
    const { case_id: caseId, person_id: personId } = found
    if (caseId) await queueNotification(tx, { template: 'rights-answered', caseId, personId })
    return back('extended')
  },
})
