import { personKeyFor } from '#features/patients/index.ts'
import { readId } from '#kernel/ids.ts'
import { seal } from '#platform/crypto/field.ts'
import type { Reader } from '#platform/db/database.ts'
import { action, type Visit } from '#platform/http/action.ts'
import { seeOther } from '#platform/http/answer.ts'
import type { HoldGround } from '#policy/hold-grounds.ts'
import type { PolicyModel } from '#policy/model.ts'
import { userOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { groundsByHand, liftForm, reviewForm } from './hold-form.ts'
import { factsOfHeldCase, findCaseToHold, holdsPage } from './holds-page.ts'
import { type HeldCaseRow, type HoldRow, holdsOfCase, liftHold, saveReview } from './legal-holds.sql.ts'
import { holdsView } from './view-holds.view.tsx'

type Found = { readonly held: HeldCaseRow; readonly hold: HoldRow; readonly ground: HoldGround }

/** A hold in force that was placed by hand, on a case of the actor's own organisation. */
const findHold =
  (model: PolicyModel) =>
  async (
    visit: Visit<'/cases/:caseId/legal-holds/:legalHoldId/review'> & { reader: Reader },
  ): Promise<Found | null> => {
    const [held, id] = [await findCaseToHold(visit), readId(visit.params.legalHoldId)]
    const hold = held && (await holdsOfCase(visit.reader, held.id)).find((one) => one.id === id)
    const ground = hold && groundsByHand(model).find((one) => one.id === hold.reason)
    return held && hold && ground ? { held, hold, ground } : null
  }

const factsOfHold = ({ held, hold }: Found) => ({
  ...factsOfHeldCase(held),
  object: { type: 'legal-hold', id: hold.id },
})

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
    async run({ tx, permit, found: { held, hold }, input, now, record }) {
      await saveReview(tx, { holdId: hold.id, on: input.reviewOn, by: userOf(permit), now })
      record({ detail: { reviewOn: input.reviewOn.toString() } })
      return seeOther(routes.legalHold.show.href({ caseId: held.id }, { notice: 'reviewed' }))
    },
  })

/** The reason has gone: from the next night on the case is erased when its time is up. */
export const endHold = (model: PolicyModel) =>
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
    async run({ tx, permit, found: { held, hold }, input, now, record, services: { keyring } }) {
      const key = await personKeyFor(tx, keyring, held.person_id)
      const why = seal(key, 'legal_holds.lifted_why', input.why)
      await liftHold(tx, { id: hold.id, why, by: userOf(permit), now })
      record({ detail: { reason: hold.reason } })
      return seeOther(routes.legalHold.show.href({ caseId: held.id }, { notice: 'lifted' }))
    },
  })
