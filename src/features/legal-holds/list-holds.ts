import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { organisationOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { holdsOfInsurer } from './legal-holds.sql.ts'
import { listHoldsView } from './list-holds.view.tsx'

/** Every hold on the insurer's cases: what must be looked at first stands first. */
export const listHolds = action({
  at: routes.legalHold.list,
  asks: 'legal-hold.list',
  touches: ['health.approval', 'health.request', 'business-contact'],
  async run({ tx, page, permit, record }) {
    const holds = await holdsOfInsurer(tx, organisationOf(permit))
    record({ viewed: holds.map(({ person_id: personId, case_id: caseId }) => ({ personId, caseId })) })
    return show(listHoldsView(page, holds))
  },
})
