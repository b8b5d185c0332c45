import { bookableCase, isTimely } from '#features/appointments/index.ts'
import { formats } from '#kernel/format.ts'
import type { Reader } from '#platform/db/database.ts'
import type { FormState } from '#platform/html/page.ts'
import type { Visit } from '#platform/http/action.ts'
import { routes } from '#src/routes.ts'
import { mondayOf } from './calendar-days.ts'
import { chooseTimeTexts } from './choose-time.texts.ts'
import { chooseTimeView } from './choose-time.view.tsx'
import type { ClinicAppointment } from './clinic-appointment.ts'
import { freeWeek } from './free-week.ts'
import { nameOfPatient } from './named-visit.ts'
import type { TimeErrand } from './time-form.view.tsx'
import { nothingToChooseView } from './time-refused.view.tsx'

/** After the cut-off, when staff must say why. */
export const isLate = ({ appointment }: ClinicAppointment, now: Visit['now']) =>
  !isTimely(appointment.starts_at, appointment.cancellation_hours, now)

/** Neither begun nor called off. */
export const isAhead = ({ appointment }: ClinicAppointment, now: Visit['now']) =>
  appointment.cancelled_at === null && appointment.starts_at.epochMilliseconds > now.epochMilliseconds

type Showing = Pick<Visit, 'page' | 'query' | 'services' | 'now'> & {
  readonly tx: Reader
  readonly found: ClinicAppointment
}

/** The week of free times to move to, or why it cannot be moved. */
export async function movingPage(showing: Showing, sent: FormState) {
  const { tx, page, query, found, now } = showing
  const { course } = found
  const errand = await movingErrand(showing)
  if (!isAhead(found, now)) return nothingToChooseView({ page, course, errand, why: 'begun' })
  const booking = await bookableCase(tx, course.id, now)
  const looking = { clinicId: course.clinic_id, monday: mondayOf(query.get('week')), now, moves: found.appointment }
  const week = booking && (await freeWeek(tx, { booking, ...looking }))
  if (!week) return nothingToChooseView({ page, course, errand, why: 'noSessions' })
  return chooseTimeView({ page, course, errand, form: sent, week, practitionerId: query.get('practitioner') })
}

export async function movingErrand({ tx, services, page, found, now }: Showing): Promise<TimeErrand> {
  const t = chooseTimeTexts[page.language]
  const { appointment, course } = found
  const params = { appointmentId: appointment.id }
  return {
    kind: 'move',
    title: t.moveTitle(await nameOfPatient(tx, services.keyring, course, page.language)),
    lead: t.nowAt(formats(page.language).weekdayDateTime(appointment.starts_at), appointment.practitioner_name),
    back: { href: routes.clinic.appointment.show.href(params), label: t.toAppointment },
    timesHref: (query) => routes.clinic.appointment.times.href(params, query),
    action: routes.clinic.appointment.move.href(params),
    asksReason: isLate(found, now),
  }
}
