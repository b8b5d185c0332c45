import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { bookHold } from './bookings.ts'
import { choosingOf, findHold, holdFacts } from './found-hold.ts'
import { refusalView } from './refusal.view.tsx'

/** Makes the held time the patient's: an appointment, or the move of one. */
export const bookHeldTime = action({
  at: routes.my.hold.book,
  asks: 'appointment.book',
  load: ({ params, reader, now }) => findHold(reader, params.holdId, now),
  facts: holdFacts,
  async run({ tx, permit, permitFor, now, found, page, record }) {
    const asked = found.moved ? permitFor('appointment.move', holdFacts(found)) : permit
    const outcome = await bookHold({ tx, now }, asked, { ...found, mayDisclose: permitFor })
    if (outcome.kind === 'booked') {
      record({ detail: { appointmentId: outcome.appointmentId } })
      const notice = found.moved ? 'moved' : 'booked'
      return seeOther(routes.my.appointment.show.href({ appointmentId: outcome.appointmentId }, { notice }))
    }
    record({ detail: { reason: outcome.reason } })
    return show(refusalView(page, outcome, choosingOf(found)), 409)
  },
})
