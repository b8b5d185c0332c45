import { action } from '#platform/http/action.ts'
import { seeOther } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { changeHours } from './change-hours.ts'
import { showConflicts } from './conflicts.ts'
import { endHoursBefore, saveHours } from './opening-hours.sql.ts'
import { ownClinicFacts } from './opening-rights.ts'
import { findPractitioner, practitionerPage } from './practitioner-page.ts'
import { hoursOf, weekForm } from './week-form.ts'

/** New weekly hours from a day on. The hours before it stay, and so do the patients who are booked outside the new ones. */
export const changeWeek = action({
  at: routes.clinic.hours,
  asks: 'opening-hours.change',
  touches: ['business-contact'],
  load: ({ reader, params, now }) => findPractitioner(reader, params.practitionerId, now),
  facts: ownClinicFacts,
  input: (_, { now }) => weekForm(now),
  again: (running) => practitionerPage(running, { week: running.form }),
  async run(running) {
    const { tx, found, input, now, form: sent } = running
    const change = { practitionerId: found.id, from: input.validFrom, hours: hoursOf(input) }
    const write = async () => {
      await endHoursBefore(tx, found.id, input.validFrom)
      await saveHours(tx, change)
    }
    const outcome = await changeHours(tx, { practitionerIds: [found.id], write, accepted: input.accepted, now })
    const params = { practitionerId: found.id }
    const back = routes.clinic.practitioner.href(params)
    if (outcome.kind === 'changed') return seeOther(routes.clinic.practitioner.href(params, { notice: 'saved' }))
    const again = { action: routes.clinic.hours.href(params), values: sent.values, back }
    return showConflicts(running, { visits: outcome.visits, ...again })
  },
})
