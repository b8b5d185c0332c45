import { type Tx, violatedConstraint } from '#platform/db/database.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { choice, text } from '#platform/http/form-fields.ts'
import { localPath } from '#platform/http/local-path.ts'
import { userOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { attendanceOf, removeAttendance, saveAttendance } from './attendance.sql.ts'
import { type AttendanceOutcome, attendanceStates, noteAttendance } from './attendance.ts'
import { clinicAppointmentFacts, findClinicAppointment } from './clinic-appointment.ts'
import { attendanceRefusedView } from './note-attendance.view.tsx'

/** Arrived, completed or no-show, or a wrong click undone. `returnTo` is the page whose button it was. */
export const recordAttendance = action({
  at: routes.clinic.appointment.attendance,
  asks: 'clinic-appointment.note-attendance',
  touches: ['booking'],
  load: ({ reader, params }) => findClinicAppointment(reader, params.appointmentId),
  facts: clinicAppointmentFacts,
  input: form({ state: choice([...attendanceStates, 'undo']), returnTo: text({ max: 500 }).optional() }),
  again: ({ page, found }) => attendanceRefusedView({ page, appointment: found.appointment, why: 'contradicts' }),
  async run({ tx, permit, found: { appointment }, input, now, page, record }) {
    const visit = {
      startsAt: appointment.starts_at,
      cancelled: appointment.cancelled_at !== null,
      noted: await attendanceOf(tx, appointment.id),
    }
    const by = userOf(permit)
    const outcome = await settled(tx, noteAttendance(visit, input.state, now), {
      appointmentId: appointment.id,
      by,
      now,
    })
    record({ detail: { attendance: input.state } })
    if (outcome.kind === 'refused') return show(attendanceRefusedView({ page, appointment, why: outcome.why }), 409)
    const shown = routes.clinic.appointment.show.href({ appointmentId: appointment.id })
    const back = localPath(input.returnTo ?? shown)
    const notice = outcome.kind === 'remove' ? 'undone' : 'noted'
    return seeOther(`${back}${back.includes('?') ? '&' : '?'}notice=${notice}`)
  },
})

type Noting = Omit<Parameters<typeof saveAttendance>[1], 'state'>

/** Writes the outcome; a colleague who was faster turns it into a refusal. */
async function settled(tx: Tx, outcome: AttendanceOutcome, noting: Noting): Promise<AttendanceOutcome> {
  try {
    if (outcome.kind === 'add') await tx.attempt(() => saveAttendance(tx, { ...noting, state: outcome.state }))
    if (outcome.kind === 'remove') await removeAttendance(tx, noting.appointmentId, outcome.state)
    return outcome
  } catch (error) {
    switch (violatedConstraint(error)) {
      case 'completed_or_no_show':
        return { kind: 'refused', why: 'contradicts' }
      case 'no_attendance_on_cancelled':
        return { kind: 'refused', why: 'cancelled' }
      case 'appointment_attendance_pkey':
        return { kind: 'already' }
      default:
        throw error
    }
  }
}
