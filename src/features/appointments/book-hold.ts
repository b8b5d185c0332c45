import { readId } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { appointmentOf, bookHold } from './bookings.ts'
import { factsOfAppointment, findAppointment } from './find-appointment.ts'
import { choosingOf, findHold, holdFacts } from './found-hold.ts'
import { refusalView } from './refusal.view.tsx'

/** Makes the held time the patient's: an appointment, or the move of one. Pressed twice, it leads to the same appointment. */
export const bookHeldTime = action({
  at: routes.my.hold.book,
  asks: 'appointment.book',
  touches: ['booking', 'business-contact'],
  load: ({ params, reader, now }) => findHeldOrBooked(reader, params.holdId, now),
  facts: (found) => (found.kind === 'held' ? holdFacts(found) : factsOfAppointment(found)),
  async run({ tx, permit, permitFor, now, params, found, page, record }) {
    if (found.kind === 'booked')
      return seeOther(routes.my.appointment.show.href({ appointmentId: found.appointment.id }))
    const asked = found.moved
      ? permitFor('appointment.move', holdFacts(found), ['booking', 'business-contact'])
      : permit
    const outcome = await bookHold({ tx, now }, asked, { ...found, mayDisclose: permitFor })
    if (outcome.kind === 'booked') {
      record({ detail: { appointmentId: outcome.appointmentId } })
      const notice = found.moved ? 'moved' : 'booked'
      return seeOther(routes.my.appointment.show.href({ appointmentId: outcome.appointmentId }, { notice }))
    }
    // The first of two presses at once may have booked it while the second waited.
    const already = await findHeldOrBooked(tx, params.holdId, now)
    if (already?.kind === 'booked')
      return seeOther(routes.my.appointment.show.href({ appointmentId: already.appointment.id }))
    record({ detail: { reason: outcome.reason } })
    return show(refusalView(page, outcome, choosingOf(found)), 409)
  },
})

async function findHeldOrBooked(reader: Reader, holdId: string, now: Temporal.Instant) {
  const held = await findHold(reader, holdId, now)
  if (held) return { kind: 'held', ...held } as const
  const known = readId<'hold'>(holdId)
  const booked = known && (await findAppointment(reader, appointmentOf(known)))
  return booked && ({ kind: 'booked', ...booked } as const)
}
