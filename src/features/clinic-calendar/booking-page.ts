import { bookableCase } from '#features/appointments/index.ts'
import type { ClinicCaseRow } from '#features/courses/index.ts'
import type { Reader } from '#platform/db/database.ts'
import type { FormState } from '#platform/html/page.ts'
import type { Visit } from '#platform/http/action.ts'
import { routes } from '#src/routes.ts'
import { mondayOf } from './calendar-days.ts'
import { chooseTimeTexts } from './choose-time.texts.ts'
import { chooseTimeView } from './choose-time.view.tsx'
import { freeWeek } from './free-week.ts'
import { nameOfPatient } from './named-visit.ts'
import type { TimeErrand } from './time-form.view.tsx'
import { nothingToChooseView } from './time-refused.view.tsx'

type Showing = Pick<Visit, 'page' | 'query' | 'services' | 'now'> & {
  readonly tx: Reader
  readonly found: ClinicCaseRow
}

/** The week of free times for a new booking, or why there is none. */
export async function bookingPage(showing: Showing, sent: FormState) {
  const { tx, page, query, found, now } = showing
  const errand = await bookingErrand(showing)
  if (found.state === 'closed') return nothingToChooseView({ page, course: found, errand, why: 'closed' })
  const booking = await bookableCase(tx, found.id, now)
  const looking = { clinicId: found.clinic_id, monday: mondayOf(query.get('week')), now }
  const week = booking && (await freeWeek(tx, { booking, ...looking }))
  if (!week) return nothingToChooseView({ page, course: found, errand, why: 'noSessions' })
  return chooseTimeView({ page, course: found, errand, form: sent, week, practitionerId: query.get('practitioner') })
}

export async function bookingErrand({ tx, services, page, found }: Showing): Promise<TimeErrand> {
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
