import { type AppointmentRow, appointmentById } from '#features/appointments/index.ts'
import { type ClinicCaseRow, clinicCaseFacts, findClinicCase } from '#features/courses/index.ts'
import { readId } from '#kernel/ids.ts'
import type { Reader } from '#platform/db/database.ts'
import type { Facts } from '#policy/facts.ts'

/** An appointment at the actor's clinic, with the case that it is part of. */
export type ClinicAppointment = { readonly appointment: AppointmentRow; readonly course: ClinicCaseRow }

/** Null when it is another clinic's, or its case is no longer handed over. */
export async function findClinicAppointment(reader: Reader, id: string): Promise<ClinicAppointment | null> {
  const appointmentId = readId<'appointment'>(id)
  const appointment = appointmentId && (await appointmentById(reader, appointmentId))
  if (!appointment) return null
  const course = await findClinicCase(reader, appointment.case_id)
  return course?.clinic_id === appointment.clinic_id ? { appointment, course } : null
}

export const clinicAppointmentFacts = ({ appointment, course }: ClinicAppointment): Facts => ({
  ...clinicCaseFacts(course),
  object: { type: 'appointment', id: appointment.id },
})
