import { readId } from '#kernel/ids.ts'
import { dayOf, type Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { emptyForm, type FormState, type Page } from '#platform/html/page.ts'
import type { Visit } from '#platform/http/action.ts'
import { type PractitionerRow, practitionersOfClinic } from './clinic.sql.ts'
import { hoursInForce, hoursText } from './hours-in-force.ts'
import { weeklyHours } from './opening-hours.sql.ts'
import { mayChangeHours } from './opening-rights.ts'
import { practitionerView } from './view-practitioner.view.tsx'
import { days } from './week-form.ts'

/** One of the clinic's own practitioners, or null. */
export async function findPractitioner(
  reader: Reader,
  id: string,
  now: Temporal.Instant,
): Promise<PractitionerRow | null> {
  if (!readId(id)) return null
  return (await practitionersOfClinic(reader, dayOf(now))).find((practitioner) => practitioner.id === id) ?? null
}

type Showing = Pick<Visit, 'page' | 'now' | 'actor'> & { readonly tx: Reader; readonly found: PractitionerRow }

export async function practitionerPage({ tx, page, now, actor, found }: Showing, sent: FormState | null) {
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
