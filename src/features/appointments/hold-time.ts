import { readId } from '#kernel/ids.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { id, text } from '#platform/http/form-fields.ts'
import { routes } from '#src/routes.ts'
import { appointmentById } from './appointments.sql.ts'
import { bookableCase } from './cases.sql.ts'
import { factsOfBooking } from './found-hold.ts'
import { hold } from './holds.ts'
import { refusalView } from './refusal.view.tsx'
import { readTimeValue } from './time-form.view.tsx'

/** A time chosen on a page of free times is held, or the nearest others are offered. */
export const holdTime = action({
  at: routes.my.hold.create,
  asks: 'time.hold',
  touches: ['booking', 'business-contact'],
  async load({ params, reader, now }) {
    const caseId = readId<'case'>(params.caseId)
    return caseId && bookableCase(reader, caseId, now)
  },
  facts: factsOfBooking,
  input: form({ time: text({ max: 100 }), moves: id<'appointment'>().optional() }),
  again: ({ page, found }) =>
    refusalView(page, { kind: 'refused', reason: 'taken', nearest: [] }, { caseId: found.caseId, moves: null }),
  async run({ tx, permit, now, found: booking, input, page, record }) {
    const chosen = readTimeValue(input.time)
    const moves = input.moves && (await appointmentById(tx, input.moves))
    if (!chosen || (moves && moves.case_id !== booking.caseId)) return seeOther(routes.my.times.href(booking))
    const outcome = await hold({ tx, now }, permit, { booking, moves, ...chosen })
    if (outcome.kind === 'held') return seeOther(routes.my.hold.show.href(outcome))
    record({ detail: { reason: outcome.reason } })
    return show(refusalView(page, outcome, { caseId: booking.caseId, moves: input.moves }), 409)
  },
})
