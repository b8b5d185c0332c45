import { findDirect, readDirect } from '#features/direct-requests/index.ts'
import type { Reader } from '#platform/db/database.ts'
import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import type { Actor } from '#policy/actor.ts'
import type { PolicyModel } from '#policy/model.ts'
import { routes } from '#src/routes.ts'
import { ownRequestView } from './view-own-request.view.tsx'

type Looking = { readonly reader: Reader; readonly actor: Actor; readonly params: { readonly rightsRequestId: string } }

async function findOwn({ reader, actor, params }: Looking) {
  const row = actor.kind === 'staff' ? await findDirect(reader, params.rightsRequestId) : null
  return row && actor.kind === 'staff' && row.user_id === actor.userId ? { row, userId: actor.userId } : null
}

/** One of a member of staff's own requests: what was asked, by when there is an answer, and the answer. */
export const viewOwnRequest = (model: PolicyModel) =>
  action({
    at: routes.account.data.request,
    asks: 'own-request.view',
    touches: ['business-contact', 'access-history'],
    load: findOwn,
    facts: ({ row, userId }) => ({ userId, object: { type: 'direct-request', id: row.id } }),
    async run({ tx, page, found, services: { keyring } }) {
      const request = await readDirect(tx, keyring, found.row)
      return show(ownRequestView(page, request, model))
    },
  })
