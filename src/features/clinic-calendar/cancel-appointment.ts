import { cancel, clinicReasons, isTimely } from '#features/appointments/index.ts'
import { personKeyFor } from '#features/patients/index.ts'
import { texts } from '#kernel/language.ts'
import { seal } from '#platform/crypto/field.ts'
import type { Reader } from '#platform/db/database.ts'
import type { FormState } from '#platform/html/page.ts'
import { action, type Visit } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { choice, text } from '#platform/http/form-fields.ts'
import { personOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { type CancellationObstacle, cancelAppointmentView } from './cancel-appointment.view.tsx'
import { type ClinicAppointment, clinicAppointmentFacts, findClinicAppointment } from './clinic-appointment.ts'
import { nameOfPatient } from './named-visit.ts'

export const showCancellation = action({
  at: routes.clinic.appointment.cancellation.form,
  asks: 'clinic-appointment.cancel',
  touches: ['contact', 'booking'],
  load: ({ reader, params }) => findClinicAppointment(reader, params.appointmentId),
  facts: clinicAppointmentFacts,
  run: async (running) => show(await cancellationPage(running, running.form, obstacleTo(running.found, running.now))),
})

/** Calls an appointment off for a reason; the patient is told and gets the session back. */
export const cancelAppointment = action({
  at: routes.clinic.appointment.cancellation.create,
  asks: 'clinic-appointment.cancel',
  touches: ['contact', 'booking', 'health.course'],
  load: ({ reader, params }) => findClinicAppointment(reader, params.appointmentId),
  facts: clinicAppointmentFacts,
  input: form({
    reason: choice(clinicReasons, { missing: texts('Vælg, hvorfor tiden aflyses', 'Choose why it is cancelled') }),
    note: text({ max: 500, multiline: true }).optional(),
  }),
  again: (running) => cancellationPage(running, running.form, null),
  async run(running) {
    const { tx, permit, found, input, services, now, record } = running
    const { appointment } = found
    const key = await personKeyFor(tx, services.keyring, personOf(permit))
    const note = input.note === null ? null : seal(key, 'appointment_cancellations.note', input.note)
    const outcome = await cancel({ tx, now }, permit, { appointment, reason: input.reason, note })
    record({ detail: { outcome: outcome.kind, reason: input.reason } })
    if (outcome.kind !== 'cancelled') return show(await cancellationPage(running, running.form, outcome.kind), 409)
    return seeOther(routes.clinic.appointment.show.href({ appointmentId: appointment.id }, { notice: 'cancelled' }))
  },
})

function obstacleTo({ appointment }: ClinicAppointment, now: Visit['now']): CancellationObstacle | null {
  if (appointment.cancelled_at) return 'already-changed'
  return appointment.starts_at.epochMilliseconds <= now.epochMilliseconds ? 'already-begun' : null
}

type Showing = Pick<Visit, 'page' | 'services' | 'now'> & { readonly tx: Reader; readonly found: ClinicAppointment }

async function cancellationPage(showing: Showing, sent: FormState, obstacle: CancellationObstacle | null) {
  const { tx, page, services, now, found } = showing
  const name = await nameOfPatient(tx, services.keyring, found.course, page.language)
  const isLate = !isTimely(found.appointment.starts_at, found.appointment.cancellation_hours, now)
  return cancelAppointmentView({ page, appointment: found.appointment, name, form: sent, isLate, obstacle })
}
