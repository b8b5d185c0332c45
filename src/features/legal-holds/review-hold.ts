import type { Reader } from '#platform/db/database.ts'
import { action, type Visit } from '#platform/http/action.ts'
import { seeOther } from '#platform/http/answer.ts'
import type { PolicyModel } from '#policy/model.ts'
import { routes } from '#src/routes.ts'
import { endHold, factsOfHold, holdByHand, keepHold } from './hold-by-hand.ts'
import { liftForm, reviewForm } from './hold-form.ts'
import { findCaseToHold, holdsPage } from './holds-page.ts'
import { holdsView } from './view-holds.view.tsx'

/** On a case of the actor's own organisation. */
const findHold =
  (model: PolicyModel) => async (visit: Visit<'/cases/:caseId/legal-holds/:legalHoldId/review'> & { reader: Reader }) =>
    holdByHand(model, { reader: visit.reader, held: await findCaseToHold(visit), id: visit.params.legalHoldId })

/** The insurer has looked at a hold, and it stands until a further day. */
export const reviewHold = (model: PolicyModel) =>
  action({
    at: routes.legalHold.review,
    asks: 'legal-hold.review',
    touches: ['health.approval', 'health.request', 'business-contact'],
    load: findHold(model),
    facts: factsOfHold,
    input: ({ ground }, { now }) => reviewForm(ground, now),
    async again({ tx, page, found: { held, hold }, now, form, services: { keyring } }) {
      const shown = await holdsPage(model, now, { reader: tx, keyring, found: held })
      return holdsView(page, shown, { form, of: { step: 'review', holdId: hold.id } })
    },
    async run({ tx, permit, found, input, now, record }) {
      await keepHold({ tx, permit, found, now, record }, input.reviewOn)
      return seeOther(routes.legalHold.show.href({ caseId: found.held.id }, { notice: 'reviewed' }))
    },
  })

/** The reason has gone: from the next night on the case is erased when its time is up. */
export const liftOwnHold = (model: PolicyModel) =>
  action({
    at: routes.legalHold.lifting,
    asks: 'legal-hold.lift',
    touches: ['health.approval', 'health.request', 'business-contact'],
    load: findHold(model),
    facts: factsOfHold,
    input: liftForm(),
    async again({ tx, page, found: { held, hold }, now, form, services: { keyring } }) {
      const shown = await holdsPage(model, now, { reader: tx, keyring, found: held })
      return holdsView(page, shown, { form, of: { step: 'lift', holdId: hold.id } })
    },
    async run({ tx, permit, found, input, now, record, services: { keyring } }) {
      await endHold({ tx, permit, found, now, record }, { why: input.why, keyring })
      return seeOther(routes.legalHold.show.href({ caseId: found.held.id }, { notice: 'lifted' }))
    },
  })
