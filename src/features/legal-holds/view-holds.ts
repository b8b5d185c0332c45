import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import type { PolicyModel } from '#policy/model.ts'
import { routes } from '#src/routes.ts'
import { factsOfHeldCase, findCaseToHold, holdsPage } from './holds-page.ts'
import { holdNotices } from './legal-holds.texts.ts'
import { holdsView } from './view-holds.view.tsx'

/** What keeps one case from being erased, with the forms to place, review and lift a hold. */
export const viewHolds = (model: PolicyModel) =>
  action({
    at: routes.legalHold.show,
    asks: 'legal-hold.view',
    touches: ['health.approval', 'health.request', 'business-contact'],
    notices: holdNotices,
    load: findCaseToHold,
    facts: factsOfHeldCase,
    async run({ tx, page, found, now, services: { keyring } }) {
      return show(holdsView(page, await holdsPage(model, now, { reader: tx, keyring, found }), null))
    },
  })
