import { action } from '#platform/http/action.ts'
import { seeOther } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { choice } from '#platform/http/form-fields.ts'
import { userOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { answerRequestView } from './answer-request.view.tsx'
import { saveIdentityCheck, saveState } from './ask.sql.ts'
import { factsOfRequest, findRequestToUs, readRequest } from './found-request.ts'
import { freezeCase } from './freeze-case.ts'
import { freezesAtOnce, staffMeans } from './rights.ts'

/** A named colleague vouches for who asks, and by which means (T3.1). The deadline runs from here on, and an objection counts. */
export const checkIdentity = action({
  at: routes.rights.identityCheck,
  asks: 'rights-request.answer',
  touches: ['contact', 'health.approval', 'health.request', 'business-contact', 'access-history'],
  load: findRequestToUs,
  facts: factsOfRequest,
  input: form({ means: choice(staffMeans) }),
  again: async ({ tx, page, found, form, services: { keyring } }) =>
    answerRequestView(page, await readRequest(tx, keyring, found), form),
  async run({ tx, permit, found, input, now, record }) {
    const back = (notice: string) => seeOther(routes.rights.show.href({ rightsRequestId: found.id }, { notice }))
    if (found.identified_at) return back('identified')
    const by = userOf(permit)
    await saveIdentityCheck(tx, { requestId: found.id, means: input.means, by, now })
    for (const state of ['identified', 'routed'] as const)
      await saveState(tx, { requestId: found.id, state, byKind: 'staff', by, now })
    const { right, case_id: caseId, controller_kind: kind } = found
    if (caseId && kind === 'insurer' && freezesAtOnce(right))
      await freezeCase({ tx, permit, now }, { caseId, requestId: found.id })
    record({ detail: { means: input.means } })
    return back('identified')
  },
})
