import { personKeyFor } from '#features/patients/index.ts'
import { texts } from '#kernel/language.ts'
import { seal } from '#platform/crypto/field.ts'
import type { Page } from '#platform/html/page.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { choice, text } from '#platform/http/form-fields.ts'
import { routes } from '#src/routes.ts'
import type { AppointmentRow } from './appointments.sql.ts'
import { isBefore, patientReasons } from './appointments.ts'
import { cancelView, notCancellableView, noteLength } from './cancel-appointment.view.tsx'
import { cancel } from './cancellations.ts'
import { factsOfAppointment, findAppointment } from './find-appointment.ts'

/** Says what cancelling costs before it is done. */
export const confirmCancellation = action({
  at: routes.my.appointment.cancellation.form,
  asks: 'appointment.cancel',
  touches: ['booking'],
  load: ({ params, reader }) => findAppointment(reader, params.appointmentId),
  facts: factsOfAppointment,
  async run({ page, found, form: typed }) {
    return objectionTo(page, found.appointment) ?? show(cancelView(page, found.appointment, typed))
  },
})

export const cancelAppointment = action({
  at: routes.my.appointment.cancellation.create,
  asks: 'appointment.cancel',
  touches: ['booking', 'health.course'],
  load: ({ params, reader }) => findAppointment(reader, params.appointmentId),
  facts: factsOfAppointment,
  input: form({
    reason: choice(patientReasons, { missing: texts('Vælg, hvorfor du aflyser', 'Choose why you cancel') }),
    note: text({ max: noteLength, multiline: true }).optional(),
  }),
  again: ({ page, found, form: typed }) => cancelView(page, found.appointment, typed),
  async run({ tx, permit, now, services, page, found: { appointment }, input, record }) {
    const { reason } = input
    const note =
      input.note &&
      seal(
        await personKeyFor(tx, services.keyring, appointment.person_id),
        'appointment_cancellations.note',
        input.note,
      )
    const outcome = await cancel({ tx, now }, permit, { appointment, reason, note: note || null })
    switch (outcome.kind) {
      case 'cancelled': {
        record({ detail: { reason, sessionGivenBack: outcome.sessionGivenBack } })
        const notice = outcome.sessionGivenBack ? 'cancelled' : 'cancelled-late'
        return seeOther(routes.my.appointment.show.href({ appointmentId: appointment.id }, { notice }))
      }
      case 'already-changed':
        return show(notCancellableView(page, appointment, 'already'), 409)
      case 'already-begun':
        return show(notCancellableView(page, appointment, 'begun'), 409)
    }
  },
})

function objectionTo(page: Page, appointment: AppointmentRow) {
  if (appointment.cancelled_at) return show(notCancellableView(page, appointment, 'already'), 409)
  return isBefore(page.now, appointment.starts_at) ? null : show(notCancellableView(page, appointment, 'begun'), 409)
}
