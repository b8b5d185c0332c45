import { queueNotification } from '#features/notifications/index.ts'
import { personKeyFor } from '#features/patients/index.ts'
import { seal } from '#platform/crypto/field.ts'
import { violatedConstraint } from '#platform/db/database.ts'
import { emptyForm } from '#platform/html/page.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { userOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { answerTexts } from './answer-request.texts.ts'
import { answerRequestView } from './answer-request.view.tsx'
import { saveState } from './ask.sql.ts'
import { type Answering, carryAnswer } from './carry-answer.ts'
import { type Decision, decisionForm } from './decision-form.ts'
import { type FoundRequest, factsOfRequest, findRequestToUs, readRequest } from './found-request.ts'

/** One request: what the person wrote, by when they must have an answer, and the forms that its standing allows. */
export const showRequest = action({
  at: routes.rights.show,
  asks: 'rights-request.view',
  touches: ['contact', 'health.approval', 'health.request', 'business-contact', 'access-history'],
  notices: { da: answerTexts.da.notices, en: answerTexts.en.notices },
  load: findRequestToUs,
  facts: factsOfRequest,
  async run({ tx, page, found, services: { keyring } }) {
    const request = await readRequest(tx, keyring, found)
    const proposed = request.proposal ? { values: { value: request.proposal }, errors: [] } : emptyForm
    return show(answerRequestView(page, request, proposed))
  },
})

/** Grants or refuses, with what the person is told; what follows from it happens in the same transaction. The first answer counts. */
export const answerRequest = action({
  at: routes.rights.answer,
  asks: 'rights-request.answer',
  touches: ['contact', 'health.approval', 'health.request', 'business-contact', 'access-history'],
  load: findRequestToUs,
  facts: factsOfRequest,
  input: decisionForm,
  again: async ({ tx, page, found, form, services: { keyring } }) =>
    answerRequestView(page, await readRequest(tx, keyring, found), form),
  async run({ tx, permit, found, input, now, services: { keyring }, record }) {
    const back = (notice: string) => seeOther(routes.rights.show.href({ rightsRequestId: found.id }, { notice }))
    if (!found.identified_at) return back('identify-first')
    const key = await personKeyFor(tx, keyring, found.person_id)
    const answering = { tx, permit, keyring, key, now }
    if (!(await answerOnce(answering, found, input))) return back('already')
    await carryAnswer(answering, found, input)
    const { case_id: caseId, person_id: personId } = found
    if (caseId) await queueNotification(tx, { template: 'rights-answered', caseId, personId })
    record({ detail: { right: found.right, answer: input.decision, law: input.law } })
    return back('answered')
  },
})

async function answerOnce(
  { tx, permit, key, now }: Answering,
  found: FoundRequest,
  decision: Decision,
): Promise<boolean> {
  const { decision: kind, law, note } = decision
  try {
    await tx.attempt(() =>
      saveState(tx, {
        requestId: found.id,
        byKind: 'staff',
        by: userOf(permit),
        now,
        state: kind === 'grant' ? 'granted' : 'refused',
        note: seal(key, 'rights_request_states.note', note),
        law: kind === 'refuse' ? law : null,
      }),
    )
    return true
  } catch (error) {
    const violated = violatedConstraint(error)
    if (violated === 'answered_once' || violated === 'rights_request_states_pkey') return false
    throw error
  }
}
