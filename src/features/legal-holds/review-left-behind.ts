import { type Action, action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import type { PolicyModel } from '#policy/model.ts'
import { routes } from '#src/routes.ts'
import { endHold, keepHold } from './hold-by-hand.ts'
import { liftForm, reviewForm } from './hold-form.ts'
import { factsOfLeftBehind, findLeftBehind, pageLeftBehind } from './left-behind.ts'
import { leftBehindView } from './left-behind.view.tsx'
import { holdNotices } from './legal-holds.texts.ts'

const { leftBehind } = routes.legalHold
const touches = ['health.approval', 'health.request'] as const

/** A hold of an insurer whose agreement has ended: nobody of it can look at the hold again, and without an end its case would be kept for ever. */
const viewLeftBehind = (model: PolicyModel) =>
  action({
    at: leftBehind.show,
    asks: 'legal-hold.view',
    touches,
    notices: holdNotices,
    load: findLeftBehind(model),
    facts: factsOfLeftBehind,
    async run({ tx, page, found, now, services: { keyring } }) {
      return show(leftBehindView(page, await pageLeftBehind(now, { reader: tx, keyring, found }), null))
    },
  })

const reviewLeftBehind = (model: PolicyModel) =>
  action({
    at: leftBehind.review,
    asks: 'legal-hold.review',
    touches,
    load: findLeftBehind(model),
    facts: factsOfLeftBehind,
    input: ({ ground }, { now }) => reviewForm(ground, now),
    async again({ tx, page, found, now, form, services: { keyring } }) {
      const shown = await pageLeftBehind(now, { reader: tx, keyring, found })
      return leftBehindView(page, shown, { form, of: { step: 'review', holdId: found.hold.id } })
    },
    async run({ tx, permit, found, input, now, record }) {
      await keepHold({ tx, permit, found, now, record }, input.reviewOn)
      return seeOther(leftBehind.show.href({ legalHoldId: found.hold.id }, { notice: 'reviewed' }))
    },
  })

const liftLeftBehind = (model: PolicyModel) =>
  action({
    at: leftBehind.lifting,
    asks: 'legal-hold.lift',
    touches,
    load: findLeftBehind(model),
    facts: factsOfLeftBehind,
    input: liftForm(),
    async again({ tx, page, found, now, form, services: { keyring } }) {
      const shown = await pageLeftBehind(now, { reader: tx, keyring, found })
      return leftBehindView(page, shown, { form, of: { step: 'lift', holdId: found.hold.id } })
    },
    async run({ tx, permit, found, input, now, record, services: { keyring } }) {
      await endHold({ tx, permit, found, now, record }, { why: input.why, keyring })
      return seeOther(routes.operator.privacy.href({}, { notice: 'lifted' }))
    },
  })

export const leftBehindActions = (model: PolicyModel): readonly Action[] => [
  viewLeftBehind(model),
  reviewLeftBehind(model),
  liftLeftBehind(model),
]
