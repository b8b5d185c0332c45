import { personKeyFor } from '#features/patients/index.ts'
import { newId } from '#kernel/ids.ts'
import { seal } from '#platform/crypto/field.ts'
import { action } from '#platform/http/action.ts'
import { seeOther } from '#platform/http/answer.ts'
import type { PolicyModel } from '#policy/model.ts'
import { userOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { holdForm } from './hold-form.ts'
import { factsOfHeldCase, findCaseToHold, holdsPage } from './holds-page.ts'
import { saveHold, saveReview } from './legal-holds.sql.ts'
import { holdsView } from './view-holds.view.tsx'

/** Keeps a case from being erased while a claim, a complaint or an authority needs it (GDPR art. 17(3)). The controller alone decides so. */
export const placeHold = (model: PolicyModel) =>
  action({
    at: routes.legalHold.place,
    asks: 'legal-hold.place',
    touches: ['health.approval', 'health.request', 'business-contact'],
    load: findCaseToHold,
    facts: factsOfHeldCase,
    input: (_, { now }) => holdForm(model, now),
    async again({ tx, page, found, now, form, services: { keyring } }) {
      return holdsView(page, await holdsPage(model, now, { reader: tx, keyring, found }), { form, of: null })
    },
    async run({ tx, permit, found, input, now, record, services: { keyring } }) {
      const key = await personKeyFor(tx, keyring, found.person_id)
      const id = newId<'legal-hold'>()
      const by = userOf(permit)
      const why = seal(key, 'legal_holds.why', input.why)
      await saveHold(tx, { id, caseId: found.id, reason: input.reason, why, by, now })
      await saveReview(tx, { holdId: id, on: input.reviewOn, by, now })
      record({ detail: { hold: id, reason: input.reason, reviewOn: input.reviewOn.toString() } })
      return seeOther(routes.legalHold.show.href({ caseId: found.id }, { notice: 'placed' }))
    },
  })
