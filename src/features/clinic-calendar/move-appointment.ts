import { bookableCase, move } from '#features/appointments/index.ts'
import { personKeyFor } from '#features/patients/index.ts'
import { seal } from '#platform/crypto/field.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { text } from '#platform/http/form-fields.ts'
import { personOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { chooseTimeTexts } from './choose-time.texts.ts'
import { chosenTime } from './chosen-time.ts'
import { type ClinicAppointment, clinicAppointmentFacts, findClinicAppointment } from './clinic-appointment.ts'
import { readTimeValue } from './free-week.ts'
import { isAhead, isLate, movingErrand, movingPage } from './moving-page.ts'
import { timeRefusedView } from './time-refused.view.tsx'

/** Free times to move an appointment to. */
export const findTimesToMove = action({
  at: routes.clinic.appointment.times,
  asks: 'clinic-time.search',
  touches: ['contact', 'booking', 'health.approval', 'business-contact'],
  load: ({ reader, params }) => findClinicAppointment(reader, params.appointmentId),
  facts: clinicAppointmentFacts,
  run: async (running) => show(await movingPage(running, running.form)),
})

/** Moves an appointment; after the cut-off only with a reason, which is sealed with the move. */
export const moveAppointment = action({
  at: routes.clinic.appointment.move,
  asks: 'clinic-appointment.move',
  touches: ['contact', 'booking', 'health.approval', 'health.course', 'business-contact'],
  load: ({ reader, params }) => findClinicAppointment(reader, params.appointmentId),
  facts: clinicAppointmentFacts,
  input: (found: ClinicAppointment, { now }) =>
    form({ time: chosenTime(), reason: isLate(found, now) ? lateReason : lateReason.optional() }),
  again: (running) => movingPage(running, running.form),
  async run(running) {
    const { tx, permit, found, input, services, now, page, record } = running
    const { appointment, course } = found
    const time = readTimeValue(input.time)
    const booking = await bookableCase(tx, course.id, now)
    if (!time || !booking || !isAhead(found, now)) return show(await movingPage(running, running.form), 409)
    const key = input.reason === null ? null : await personKeyFor(tx, services.keyring, personOf(permit))
    const overrideNote = key && input.reason !== null ? seal(key, 'appointment_cancellations.note', input.reason) : null
    const outcome = await move({ tx, now }, permit, { booking, ...time, moved: appointment, overrideNote })
    if (outcome.kind === 'refused') {
      record({ detail: { refused: outcome.reason } })
      const errand = await movingErrand(running)
      return show(timeRefusedView({ page, course, errand, form: running.form, refusal: outcome }), 409)
    }
    record({ detail: { movedTo: outcome.appointmentId } })
    return seeOther(routes.clinic.appointment.show.href({ appointmentId: outcome.appointmentId }, { notice: 'moved' }))
  },
})

const { da, en } = chooseTimeTexts
const lateReason = text({ max: 500, multiline: true, missing: { da: da.reasonMissing, en: en.reasonMissing } })
