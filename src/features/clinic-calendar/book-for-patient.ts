import { bookableCase, bookDirectly } from '#features/appointments/index.ts'
import { type ClinicCaseRow, clinicCaseFacts, findClinicCase } from '#features/courses/index.ts'
import type { Reader } from '#platform/db/database.ts'
import type { FormState } from '#platform/html/page.ts'
import { action, type Visit } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { organisationOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { mondayOf } from './calendar-days.ts'
import { chooseTimeTexts } from './choose-time.texts.ts'
import { chooseTimeView } from './choose-time.view.tsx'
import { chosenTime } from './chosen-time.ts'
import { freeWeek, readTimeValue } from './free-week.ts'
import { nameOfPatient } from './named-visit.ts'
import type { TimeErrand } from './time-form.view.tsx'
import { nothingToChooseView, timeRefusedView } from './time-refused.view.tsx'

/** The clinic's own free times for a patient, a week at a time. */
export const findTimesForPatient = action({
  at: routes.clinic.times,
  asks: 'clinic-time.search',
  load: ({ reader, params }) => findClinicCase(reader, params.caseId),
  facts: clinicCaseFacts,
  run: async (running) => show(await timesPage(running, running.form)),
})

/** Books for a patient who calls or stands at the desk: without a hold, up to the very minute. */
export const bookForPatient = action({
  at: routes.clinic.book,
  asks: 'clinic-appointment.book',
  load: ({ reader, params }) => findClinicCase(reader, params.caseId),
  facts: clinicCaseFacts,
  input: form({ time: chosenTime() }),
  again: (running) => timesPage(running, running.form),
  async run(running) {
    const { tx, permit, found, input, now, page, record } = running
    const time = readTimeValue(input.time)
    const booking = await bookableCase(tx, found.id, now)
    if (!time || !booking || found.state === 'closed') return show(await timesPage(running, running.form), 409)
    const outcome = await bookDirectly({ tx, now }, permit, { booking, ...time })
    if (outcome.kind === 'refused') {
      record({ detail: { refused: outcome.reason } })
      const errand = await errandOf(running)
      return show(timeRefusedView({ page, course: found, errand, form: running.form, refusal: outcome }), 409)
    }
    record({ detail: { appointmentId: outcome.appointmentId, clinicId: organisationOf(permit) } })
    return seeOther(routes.clinic.appointment.show.href({ appointmentId: outcome.appointmentId }, { notice: 'booked' }))
  },
})

type Showing = Pick<Visit, 'page' | 'query' | 'services' | 'now'> & {
  readonly tx: Reader
  readonly found: ClinicCaseRow
}

async function timesPage(showing: Showing, sent: FormState) {
  const { tx, page, query, found, now } = showing
  const errand = await errandOf(showing)
  if (found.state === 'closed') return nothingToChooseView({ page, course: found, errand, why: 'closed' })
  const booking = await bookableCase(tx, found.id, now)
  const looking = { clinicId: found.clinic_id, monday: mondayOf(query.get('week')), now }
  const week = booking && (await freeWeek(tx, { booking, ...looking }))
  if (!week) return nothingToChooseView({ page, course: found, errand, why: 'noSessions' })
  return chooseTimeView({ page, course: found, errand, form: sent, week, practitionerId: query.get('practitioner') })
}

async function errandOf({ tx, services, page, found }: Showing): Promise<TimeErrand> {
  const t = chooseTimeTexts[page.language]
  const params = { caseId: found.id }
  return {
    kind: 'book',
    title: t.bookTitle(await nameOfPatient(tx, services.keyring, found, page.language)),
    lead: page.language === 'da' ? found.treatment_da : found.treatment_en,
    back: { href: routes.clinic.case.href(params), label: t.toCase },
    timesHref: (query) => routes.clinic.times.href(params, query),
    action: routes.clinic.book.href(params),
    asksReason: false,
  }
}
