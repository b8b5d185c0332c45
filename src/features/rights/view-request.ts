import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { factsOfRequest, findMyRequest, readRequest } from './found-request.ts'
import { requestView } from './view-request.view.tsx'

/** One of the person's own requests: what was asked, by when there is an answer, and the answer. */
export const viewRequest = action({
  at: routes.my.rights.show,
  asks: 'my-request.view',
  touches: ['health.approval', 'health.request', 'access-history', 'business-contact'],
  load: findMyRequest,
  facts: factsOfRequest,
  async run({ tx, page, found, services: { keyring } }) {
    return show(requestView(page, await readRequest(tx, keyring, found)))
  },
})
