import { bookableCase, isTimely, move } from '#features/appointments/index.ts'
import { personKeyFor } from '#features/patients/index.ts'
import { formats } from '#kernel/format.ts'
import { seal } from '#platform/crypto/field.ts'
import type { Reader } from '#platform/db/database.ts'
import type { FormState } from '#platform/html/page.ts'
import { action, type Visit } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { text } from '#platform/http/form-fields.ts'
import { personOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { mondayOf } from './calendar-days.ts'
import { chooseTimeTexts } from './choose-time.texts.ts'
import { chooseTimeView } from './choose-time.view.tsx'
import { chosenTime } from './chosen-time.ts'
import { type ClinicAppointment, clinicAppointmentFacts, findClinicAppointment } from './clinic-appointment.ts'
import { freeWeek, readTimeValue } from './free-week.ts'
import { nameOfPatient } from './named-visit.ts'
import type { TimeErrand } from './time-form.view.tsx'
import { nothingToChooseView, timeRefusedView } from './time-refused.view.tsx'

/** Free times to move an appointment to. */
export const findTimesToMove = action({
  at: routes.clinic.appointment.times,
  asks: 'clinic-time.search',
  load: ({ reader, params }) => findClinicAppointment(reader, params.appointmentId),
  facts: clinicAppointmentFacts,
  run: async (running) => show(await timesPage(running, running.form)),
})

/** Moves an appointment; after the cut-off only with a reason, which is sealed with the move. */
export const moveAppointment = action({
  at: routes.clinic.appointment.move,
  asks: 'clinic-appointment.move',
  load: ({ reader, params }) => findClinicAppointment(reader, params.appointmentId),
  facts: clinicAppointmentFacts,
  input: (found: ClinicAppointment, { now }) =>
    form({ time: chosenTime(), reason: isLate(found, now) ? lateReason : lateReason.optional() }),
  again: (running) => timesPage(running, running.form),
  async run(running) {
    const { tx, permit, found, input, services, now, page, record } = running
    const { appointment, course } = found
    const time = readTimeValue(input.time)
    const booking = await bookableCase(tx, course.id, now)
    if (!time || !booking || !isAhead(found, now)) return show(await timesPage(running, running.form), 409)
    const key = input.reason === null ? null : await personKeyFor(tx, services.keyring, personOf(permit))
    const overrideNote = key && input.reason !== null ? seal(key, 'appointment_cancellations.note', input.reason) : null
    const outcome = await move({ tx, now }, permit, { booking, ...time, moved: appointment, overrideNote })
    if (outcome.kind === 'refused') {
      record({ detail: { refused: outcome.reason } })
      const errand = await errandOf(running)
      return show(timeRefusedView({ page, course, errand, form: running.form, refusal: outcome }), 409)
    }
    record({ detail: { movedTo: outcome.appointmentId } })
    return seeOther(routes.clinic.appointment.show.href({ appointmentId: outcome.appointmentId }, { notice: 'moved' }))
  },
})

const { da, en } = chooseTimeTexts
const lateReason = text({ max: 500, multiline: true, missing: { da: da.reasonMissing, en: en.reasonMissing } })

const isLate = ({ appointment }: ClinicAppointment, now: Visit['now']) =>
  !isTimely(appointment.starts_at, appointment.cancellation_hours, now)

const isAhead = ({ appointment }: ClinicAppointment, now: Visit['now']) =>
  appointment.cancelled_at === null && appointment.starts_at.epochMilliseconds > now.epochMilliseconds

type Showing = Pick<Visit, 'page' | 'query' | 'services' | 'now'> & {
  readonly tx: Reader
  readonly found: ClinicAppointment
}

async function timesPage(showing: Showing, sent: FormState) {
  const { tx, page, query, found, now } = showing
  const { course } = found
  const errand = await errandOf(showing)
  if (!isAhead(found, now)) return nothingToChooseView({ page, course, errand, why: 'begun' })
  const booking = await bookableCase(tx, course.id, now)
  const looking = { clinicId: course.clinic_id, monday: mondayOf(query.get('week')), now, moves: found.appointment }
  const week = booking && (await freeWeek(tx, { booking, ...looking }))
  if (!week) return nothingToChooseView({ page, course, errand, why: 'noSessions' })
  return chooseTimeView({ page, course, errand, form: sent, week, practitionerId: query.get('practitioner') })
}

async function errandOf({ tx, services, page, found, now }: Showing): Promise<TimeErrand> {
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
