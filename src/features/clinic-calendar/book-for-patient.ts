import { bookableCase, bookDirectly } from '#features/appointments/index.ts'
import { clinicCaseFacts, findClinicCase } from '#features/courses/index.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { organisationOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { bookingErrand, bookingPage } from './booking-page.ts'
import { chosenTime } from './chosen-time.ts'
import { readTimeValue } from './free-week.ts'
import { timeRefusedView } from './time-refused.view.tsx'

/** The clinic's own free times for a patient, a week at a time. */
export const findTimesForPatient = action({
  at: routes.clinic.times,
  asks: 'clinic-time.search',
  touches: ['contact', 'booking', 'health.approval', 'business-contact'],
  load: ({ reader, params }) => findClinicCase(reader, params.caseId),
  facts: clinicCaseFacts,
  run: async (running) => show(await bookingPage(running, running.form)),
})

/** Books for a patient who calls or stands at the desk: without a hold, up to the very minute. */
export const bookForPatient = action({
  at: routes.clinic.book,
  asks: 'clinic-appointment.book',
  touches: ['contact', 'booking', 'health.approval', 'business-contact'],
  load: ({ reader, params }) => findClinicCase(reader, params.caseId),
  facts: clinicCaseFacts,
  input: form({ time: chosenTime() }),
  again: (running) => bookingPage(running, running.form),
  async run(running) {
    const { tx, permit, found, input, now, page, record } = running
    const time = readTimeValue(input.time)
    const booking = await bookableCase(tx, found.id, now)
    if (!time || !booking || found.state === 'closed') return show(await bookingPage(running, running.form), 409)
    const outcome = await bookDirectly({ tx, now }, permit, { booking, ...time })
    if (outcome.kind === 'refused') {
      record({ detail: { refused: outcome.reason } })
      const errand = await bookingErrand(running)
      return show(timeRefusedView({ page, course: found, errand, form: running.form, refusal: outcome }), 409)
    }
    record({ detail: { appointmentId: outcome.appointmentId, clinicId: organisationOf(permit) } })
    return seeOther(routes.clinic.appointment.show.href({ appointmentId: outcome.appointmentId }, { notice: 'booked' }))
  },
})
