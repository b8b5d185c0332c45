import { liveMark, marksOfCase } from '#features/consent/index.ts'
import { readId } from '#kernel/ids.ts'
import type { Reader } from '#platform/db/database.ts'
import type { Facts } from '#policy/facts.ts'
import { type AppointmentRow, appointmentById } from './appointments.sql.ts'

export type FoundAppointment = { readonly appointment: AppointmentRow; readonly consentLive: boolean }

/** An appointment by the id in an address; null when the actor may not know of it. */
export async function findAppointment(reader: Reader, appointmentId: string): Promise<FoundAppointment | null> {
  const known = readId<'appointment'>(appointmentId)
  const appointment = known && (await appointmentById(reader, known))
  if (!appointment) return null
  return { appointment, consentLive: liveMark(await marksOfCase(reader, appointment.case_id)) !== null }
}

export const factsOfAppointment = ({ appointment, consentLive }: FoundAppointment): Facts => ({
  personId: appointment.person_id,
  caseId: appointment.case_id,
  consentLive,
  object: { type: 'appointment', id: appointment.id },
})
