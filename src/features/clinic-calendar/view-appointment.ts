import { versionsOf } from '#features/appointments/index.ts'
import { visitState } from '#features/courses/index.ts'
import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { attendanceOf } from './attendance.sql.ts'
import { appointmentTexts } from './clinic-appointment.texts.ts'
import { clinicAppointmentFacts, findClinicAppointment } from './clinic-appointment.ts'
import { calendarTexts } from './clinic-calendar.texts.ts'
import { nameOfPatient } from './named-visit.ts'
import { appointmentView } from './view-appointment.view.tsx'

const told = (language: 'da' | 'en') => {
  const { booked, moved, cancelled } = appointmentTexts[language]
  const { noted, undone } = calendarTexts[language]
  return { booked, moved, cancelled, noted, undone }
}

/** One appointment as the clinic sees it, with what can be done about it now. */
export const viewAppointment = action({
  at: routes.clinic.appointment.show,
  asks: 'clinic-appointment.view',
  touches: ['contact', 'booking', 'health.approval', 'business-contact'],
  notices: { da: told('da'), en: told('en') },
  load: ({ reader, params }) => findClinicAppointment(reader, params.appointmentId),
  facts: clinicAppointmentFacts,
  async run({ tx, page, found, services, actor }) {
    const { appointment, course } = found
    const name = await nameOfPatient(tx, services.keyring, course, page.language)
    const attendance = (await attendanceOf(tx, appointment.id)).map(({ state }) => state)
    const state = visitState({ cancelled_because: appointment.cancelled_because, attendance })
    const versions = appointment.sequence === 0 ? [] : await versionsOf(tx, appointment.root_id)
    const previous = versions.find(({ sequence }) => sequence === appointment.sequence - 1) ?? null
    const mayWrite =
      actor.kind === 'staff' && actor.roles.some((role) => role === 'secretary' || role === 'practitioner')
    return show(appointmentView({ page, appointment, name, state, previous, mayWrite }))
  },
})
