import { readId } from '#kernel/ids.ts'
import { texts } from '#kernel/language.ts'
import { dayOf, Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { emptyForm, type FormState, type Page } from '#platform/html/page.ts'
import { action, type Visit } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { date, text, tick } from '#platform/http/form-fields.ts'
import { routes } from '#src/routes.ts'
import { changeHours } from './change-hours.ts'
import { type PractitionerRow, practitionersOfClinic } from './clinic.sql.ts'
import { showConflicts } from './conflicts.ts'
import { hoursInForce, hoursText } from './hours-in-force.ts'
import { endHoursBefore, type NewHours, saveHours, weeklyHours } from './opening-hours.sql.ts'
import { hoursTexts } from './opening-hours.texts.ts'
import { mayChangeHours, ownClinicFacts } from './opening-rights.ts'
import { practitionerView } from './view-practitioner.view.tsx'
import { readHours } from './weekly-hours.ts'

const { da, en } = hoursTexts

/** One practitioner's weekly hours, now and to come. */
export const viewPractitioner = action({
  at: routes.clinic.practitioner,
  asks: 'opening-hours.view',
  notices: { da: { saved: da.saved }, en: { saved: en.saved } },
  load: ({ reader, params, now }) => findPractitioner(reader, params.practitionerId, now),
  run: async (running) => show(await practitionerPage(running, null)),
})

/** New weekly hours from a day on. The hours before it stay, and so do the patients who are booked outside the new ones. */
export const changeWeek = action({
  at: routes.clinic.hours,
  asks: 'opening-hours.change',
  load: ({ reader, params, now }) => findPractitioner(reader, params.practitionerId, now),
  facts: ownClinicFacts,
  input: (_, { now }) => weekForm(now),
  again: (running) => practitionerPage(running, running.form),
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

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
type Week = Readonly<Record<(typeof days)[number], string | null>>

function weekForm(now: Temporal.Instant) {
  const hours = () => text({ max: 80 }).optional()
  const fields = {
    monday: hours(),
    tuesday: hours(),
    wednesday: hours(),
    thursday: hours(),
    friday: hours(),
    saturday: hours(),
    sunday: hours(),
    validFrom: date(),
    accepted: tick(),
  }
  return form(
    fields,
    (week) =>
      days.flatMap((day) => {
        const read = readHours(week[day] ?? '')
        return read.ok ? [] : [{ field: day, message: texts(da[read.problem], en[read.problem]) }]
      }),
    ({ validFrom }) =>
      Temporal.PlainDate.compare(validFrom, dayOf(now)) < 0
        ? [{ field: 'validFrom', message: texts(da.past, en.past) }]
        : [],
  )
}

const hoursOf = (week: Week): readonly NewHours[] =>
  days.flatMap((day, index) => {
    const read = readHours(week[day] ?? '')
    return read.ok ? read.value.map((interval) => ({ ...interval, weekday: index + 1 })) : []
  })

async function findPractitioner(reader: Reader, id: string, now: Temporal.Instant): Promise<PractitionerRow | null> {
  if (!readId(id)) return null
  return (await practitionersOfClinic(reader, dayOf(now))).find((practitioner) => practitioner.id === id) ?? null
}

type Showing = Pick<Visit, 'page' | 'now' | 'actor'> & { readonly tx: Reader; readonly found: PractitionerRow }

async function practitionerPage({ tx, page, now, actor, found }: Showing, sent: FormState | null) {
  const today = dayOf(now)
  const hours = await weeklyHours(tx, today, found.id)
  const form = sent ?? asTyped(page, hoursInForce(hours, today), today)
  return practitionerView({ page, today, practitioner: found, hours, form, mayChange: mayChangeHours(actor) })
}

/** The hours in force as the form would have them typed, to be changed from today. */
function asTyped(page: Page, inForce: Parameters<typeof hoursText>[1], today: Temporal.PlainDate): FormState {
  const typed = days.map((day, index) => [day, hoursText(page.language, inForce, index + 1)])
  const { day, month, year } = today
  const from = { 'validFrom-day': `${day}`, 'validFrom-month': `${month}`, 'validFrom-year': `${year}` }
  return { ...emptyForm, values: { ...Object.fromEntries(typed), ...from } }
}
