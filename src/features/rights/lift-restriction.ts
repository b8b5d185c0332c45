import { queueNotification } from '#features/notifications/index.ts'
import { personKeyFor } from '#features/patients/index.ts'
import { seal } from '#platform/crypto/field.ts'
import { action } from '#platform/http/action.ts'
import { seeOther } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { mustTick, text } from '#platform/http/form-fields.ts'
import { userOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { answerTexts } from './answer-request.texts.ts'
import { answerRequestView } from './answer-request.view.tsx'
import { liftRestriction, saveState } from './ask.sql.ts'
import { factsOfRequest, findRequestToUs, readRequest } from './found-request.ts'

const missing = { da: answerTexts.da.reason, en: answerTexts.en.reason }
const tellFirst = { da: answerTexts.da.tellFirst, en: answerTexts.en.tellFirst }

/** Lets a restricted case be used again, after the person was told (GDPR art. 18(3)). */
export const endRestriction = action({
  at: routes.rights.lifting,
  asks: 'rights-request.answer',
  touches: ['contact', 'health.approval', 'health.request', 'business-contact', 'access-history'],
  load: findRequestToUs,
  facts: factsOfRequest,
  input: form({ reason: text({ max: 1000, multiline: true, missing }), told: mustTick(tellFirst) }),
  again: async ({ tx, page, found, form, services: { keyring } }) =>
    answerRequestView(page, await readRequest(tx, keyring, found), form),
  async run({ tx, permit, found, input, now, services: { keyring } }) {
    const back = (notice: string) => seeOther(routes.rights.show.href({ rightsRequestId: found.id }, { notice }))
    if (!found.answer || !found.is_restricting || found.right === 'erasure') return back('nothing-to-lift')
    const by = userOf(permit)
    await liftRestriction(tx, { requestId: found.id, by, now })
    const key = await personKeyFor(tx, keyring, found.person_id)
    const note = seal(key, 'rights_request_states.note', input.reason)
    await saveState(tx, { requestId: found.id, state: 'lifted', byKind: 'staff', by, now, note })
    const { case_id: caseId, person_id: personId } = found
    if (caseId) await queueNotification(tx, { template: 'rights-answered', caseId, personId })
    return back('lifted')
  },
})
