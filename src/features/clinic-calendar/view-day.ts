import { countByState, countWaitingRequests } from '#features/courses/index.ts'
import { dayOf, endOfDay, startOfDay, Temporal } from '#kernel/time.ts'
import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { practitionersOfClinic } from './clinic.sql.ts'
import { calendarTexts } from './clinic-calendar.texts.ts'
import { namedVisits, viewedIn } from './named-visit.ts'
import { mayChangeHours } from './opening-rights.ts'
import { dayView } from './view-day.view.tsx'
import { visitsBetween } from './visits.sql.ts'

const { da, en } = calendarTexts

/** The day as the desk works through it: who comes when, to whom, and what waits besides. */
export const viewDay = action({
  at: routes.clinic.day,
  asks: 'clinic-appointment.list',
  touches: ['contact', 'booking', 'health.approval', 'business-contact'],
  notices: { da: { noted: da.noted, undone: da.undone }, en: { noted: en.noted, undone: en.undone } },
  async run({ tx, page, query, services, now, actor, record }) {
    const date = dateIn(query.get('date')) ?? dayOf(now)
    const rows = await visitsBetween(tx, { from: startOfDay(date), until: endOfDay(date) })
    record({ viewed: viewedIn(rows) })
    const visits = await namedVisits(tx, services.keyring, rows)
    const states = new Map((await countByState(tx)).map((row) => [row.state, row.cases]))
    const { waiting } = await countWaitingRequests(tx)
    const mayNote =
      actor.kind === 'staff' && actor.roles.some((role) => role === 'secretary' || role === 'practitioner')
    const hasSome = (await practitionersOfClinic(tx, dayOf(now))).length > 0
    const nobodyYet = hasSome ? null : { mayChange: mayChangeHours(actor) }
    return show(dayView({ page, date, visits, notBooked: states.get('new') ?? 0, waiting, mayNote, nobodyYet }))
  },
})

/** A date from the address; null for what is none. */
export function dateIn(text: string | null): Temporal.PlainDate | null {
  if (!text || !/^2\d{3}-\d{2}-\d{2}$/.test(text)) return null
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    return null
  }
}
