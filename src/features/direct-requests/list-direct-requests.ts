import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { organisationOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { directRequestsTo } from './direct-requests.sql.ts'
import { whoAsks } from './found-direct.ts'
import { listDirectView } from './list-direct-requests.view.tsx'

const shown = 200

/** What staff ask of their organisation, and what the operator is asked by those it answers: the most urgent first. */
export const listDirectRequests = action({
  at: routes.directRequest.list,
  asks: 'direct-request.list',
  touches: ['business-contact', 'access-history'],
  async run({ tx, permit, page, services: { keyring } }) {
    const rows = await directRequestsTo(tx, organisationOf(permit), shown)
    return show(
      listDirectView(
        page,
        rows.map((row) => ({ row, who: whoAsks(keyring, row) })),
        permit.actor.kind === 'staff' && permit.actor.roles.includes('administrator'),
      ),
    )
  },
})
