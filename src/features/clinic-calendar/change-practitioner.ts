import type { Reader } from '#platform/db/database.ts'
import { action } from '#platform/http/action.ts'
import { seeOther } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { changeHours } from './change-hours.ts'
import type { PractitionerRow } from './clinic.sql.ts'
import { showConflicts } from './conflicts.ts'
import { ownClinicFacts } from './opening-rights.ts'
import { savePractitionersLastDay, saveServices, treatmentChoices } from './practice.sql.ts'
import { lastDayForm, servicesForm, servicesOf } from './practice-forms.ts'
import { findPractitioner, practitionerPage } from './practitioner-page.ts'

/** What a practitioner gives from now on. What is booked stays booked. */
export const changeServices = action({
  at: routes.clinic.services,
  asks: 'opening-hours.change',
  touches: ['business-contact'],
  async load({ reader, params, now }) {
    const practitioner = await findPractitioner(reader, params.practitionerId, now)
    return practitioner && { practitioner, possible: await possibleFor(reader, practitioner) }
  },
  facts: ownClinicFacts,
  input: ({ possible }) => servicesForm(possible),
  again: (running) => practitionerPage({ ...running, found: running.found.practitioner }, { services: running.form }),
  async run({ tx, found: { practitioner }, input }) {
    await saveServices(tx, practitioner.id, input.services)
    const params = { practitionerId: practitioner.id }
    return seeOther(routes.clinic.practitioner.href(params, { notice: 'services-saved' }))
  },
})

const possibleFor = async (reader: Reader, { profession }: PractitionerRow) =>
  servicesOf(profession, await treatmentChoices(reader))

/** A practitioner's last day, once the patients who are booked after it have been seen; or, left empty, that they stay. */
export const endPractitioner = action({
  at: routes.clinic.departure,
  asks: 'opening-hours.change',
  touches: ['business-contact'],
  load: ({ reader, params, now }) => findPractitioner(reader, params.practitionerId, now),
  facts: ownClinicFacts,
  input: (_, { now }) => lastDayForm(now),
  again: (running) => practitionerPage(running, { lastDay: running.form }),
  async run(running) {
    const { tx, found, input, now, form: sent, record } = running
    const params = { practitionerId: found.id }
    const write = () => savePractitionersLastDay(tx, found.id, input.lastDay)
    const outcome = await changeHours(tx, { practitionerIds: [found.id], write, accepted: input.accepted, now })
    record({ detail: { practitionerId: found.id, lastDay: input.lastDay?.toString() ?? null } })
    if (outcome.kind === 'changed')
      return seeOther(routes.clinic.practitioner.href(params, { notice: 'last-day-saved' }))
    const again = { action: routes.clinic.departure.href(params), values: sent.values }
    return showConflicts(running, { visits: outcome.visits, ...again, back: routes.clinic.practitioner.href(params) })
  },
})
