import { dayOf, daysOfWeek, endOfDay, startOfDay, type Temporal } from '#kernel/time.ts'
import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { mondayOf } from './calendar-days.ts'
import { type PractitionerRow, practitionersOfClinic, stretchesOfDays } from './clinic.sql.ts'
import { namedVisits, viewedIn } from './named-visit.ts'
import { type CalendarScope, calendarView } from './view-calendar.view.tsx'
import { dateIn } from './view-day.ts'
import { visitsBetween } from './visits.sql.ts'

/** The calendar: a week of one practitioner, or everybody on one day. Practitioners meet their own week, the desk meets everybody's day. */
export const viewCalendar = action({
  at: routes.clinic.calendar,
  asks: 'clinic-appointment.list',
  touches: ['contact', 'booking', 'health.approval', 'business-contact'],
  async run({ tx, page, query, services, now, actor, record }) {
    const practitioners = await practitionersOfClinic(tx, dayOf(now))
    const self = practitioners.find(
      ({ user_id }) => user_id !== null && actor.kind === 'staff' && user_id === actor.userId,
    )
    const scope = scopeOf(query, { practitioners, self: self ?? null, today: dayOf(now) })
    const [from, until] = scope.kind === 'week' ? [scope.days[0], scope.days[6]] : [scope.date, scope.date]
    const span = { from: startOfDay(from), until: endOfDay(until) }
    const rows = await visitsBetween(tx, span, scope.kind === 'week' ? scope.practitioner.id : null)
    record({ viewed: viewedIn(rows) })
    const visits = await namedVisits(tx, services.keyring, rows)
    const stretches = await stretchesOfDays(tx, { from, until })
    return show(calendarView({ page, practitioners, scope, visits, stretches }))
  },
})

type Known = {
  readonly practitioners: readonly PractitionerRow[]
  readonly self: PractitionerRow | null
  readonly today: Temporal.PlainDate
}

function scopeOf(query: URLSearchParams, { practitioners, self, today }: Known): CalendarScope {
  const asked = query.get('practitioner')
  const practitioner = asked === null && !query.has('date') ? self : practitioners.find(({ id }) => id === asked)
  if (!practitioner) return { kind: 'day', date: dateIn(query.get('date')) ?? today }
  return { kind: 'week', practitioner, days: daysOfWeek(mondayOf(query.get('week')) ?? today) }
}
