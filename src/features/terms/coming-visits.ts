import { type AppointmentRow, comingAppointments } from '#features/appointments/index.ts'
import type { Running } from '#platform/http/action.ts'

type Asking = Pick<Running<string, 'terms.accept', unknown, unknown>, 'tx' | 'actor' | 'now' | 'permitFor' | 'record'>

/** A patient whose visit is near must find its time and place, whatever else we ask of them. Each look at one is logged. */
export async function comingVisits({ tx, actor, now, permitFor, record }: Asking): Promise<readonly AppointmentRow[]> {
  if (actor.kind !== 'patient') return []
  const visits = await comingAppointments(tx, actor.personId, now)
  for (const { person_id: personId, case_id: caseId } of visits)
    permitFor('appointment.view', { personId, caseId }, ['booking'])
  if (visits.length > 0) {
    record({ viewed: visits.map(({ person_id: personId, case_id: caseId }) => ({ personId, caseId })) })
  }
  return visits
}
