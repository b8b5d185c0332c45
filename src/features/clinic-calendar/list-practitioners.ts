import { bookableUntil } from '#features/availability/index.ts'
import { holidayOn } from '#kernel/holidays.ts'
import { dayOf, type Temporal } from '#kernel/time.ts'
import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { practitionersOfClinic, roomsOfClinic } from './clinic.sql.ts'
import { practitionersView } from './list-practitioners.view.tsx'
import { exceptionsAhead, weeklyHours } from './opening-hours.sql.ts'
import { hoursTexts } from './opening-hours.texts.ts'
import { mayChangeHours } from './opening-rights.ts'

const told = (language: 'da' | 'en') => {
  const { exceptionSaved, exceptionRemoved } = hoursTexts[language]
  return { 'exception-saved': exceptionSaved, 'exception-removed': exceptionRemoved }
}

/** When the clinic is open: each practitioner's week, the exceptions ahead, and the public holidays to decide on. */
export const listPractitioners = action({
  at: routes.clinic.practitioners,
  asks: 'opening-hours.view',
  touches: ['business-contact'],
  notices: { da: told('da'), en: told('en') },
  async run({ tx, page, now, actor, form }) {
    const today = dayOf(now)
    const [practitioners, rooms] = [await practitionersOfClinic(tx, today), await roomsOfClinic(tx, today)]
    const hours = await weeklyHours(tx, today)
    const exceptions = await exceptionsAhead(tx, today)
    const holidays = holidaysBetween(today, bookableUntil(now))
    const mayChange = mayChangeHours(actor)
    return show(practitionersView({ page, today, practitioners, rooms, hours, exceptions, holidays, form, mayChange }))
  },
})

/** Public holidays on working days. */
function holidaysBetween(from: Temporal.PlainDate, until: Temporal.PlainDate): readonly Temporal.PlainDate[] {
  const days = Array.from({ length: from.until(until).days + 1 }, (_, index) => from.add({ days: index }))
  return days.filter((day) => day.dayOfWeek <= 5 && holidayOn(day) !== null)
}
