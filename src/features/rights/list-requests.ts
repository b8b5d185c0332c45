import { personKeysFor } from '#features/patients/index.ts'
import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { organisationOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { type FoundRequest, nameIn } from './found-request.ts'
import { listRequestsView } from './list-requests.view.tsx'
import { noticesTo, requestsTo } from './requests.sql.ts'

const shown = 200

/** What people ask of this organisation, the most urgent first; and what others have told it about data that it received. */
export const listRequests = action({
  at: routes.rights.list,
  asks: 'rights-request.list',
  touches: ['contact', 'health.approval', 'health.request', 'access-history'],
  async run({ tx, permit, page, record, services: { keyring } }) {
    const organisationId = organisationOf(permit)
    const rows = (await requestsTo(tx, organisationId, shown)) as FoundRequest[]
    const keys = await personKeysFor(
      tx,
      keyring,
      rows.map(({ person_id }) => person_id),
    )
    const named = rows.map((row) => ({ row, name: nameIn(keys.get(row.person_id), row) }))
    record({
      viewed: rows.map(({ person_id: personId, case_id }) => ({ personId, ...(case_id && { caseId: case_id }) })),
    })
    return show(listRequestsView(page, { requests: named, notices: await noticesTo(tx, organisationId) }))
  },
})
