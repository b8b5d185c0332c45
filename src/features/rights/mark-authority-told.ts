import { action } from '#platform/http/action.ts'
import { seeOther } from '#platform/http/answer.ts'
import { userOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { noteAuthorityTold } from './authority-notices.sql.ts'
import { factsOfRequest, findRequestToUs } from './found-request.ts'

/** Notes that an authority which had received data of the case was told what came of a request (GDPR art. 19). It counts once. */
export const markAuthorityTold = action({
  at: routes.rights.authorityTold,
  asks: 'rights-request.answer',
  touches: ['access-history'],
  load: findRequestToUs,
  facts: factsOfRequest,
  async run({ tx, permit, found, params, now, record }) {
    const { noticeId } = params
    const noted = await noteAuthorityTold(tx, { requestId: found.id, noticeId, by: userOf(permit), now })
    record({ detail: { authorityTold: noted === 1 } })
    const notice = noted === 1 ? 'authority-told' : 'authority-told-before'
    return seeOther(routes.rights.show.href({ rightsRequestId: found.id }, { notice }))
  },
})
