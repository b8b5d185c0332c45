import { readId } from '#kernel/ids.ts'
import { dayOf, type Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { emptyForm, type FormState, type Page } from '#platform/html/page.ts'
import type { Visit } from '#platform/http/action.ts'
import { type PractitionerRow, practitionersOfClinic } from './clinic.sql.ts'
import { hoursInForce, hoursText } from './hours-in-force.ts'
import { weeklyHours } from './opening-hours.sql.ts'
import { mayChangeHours } from './opening-rights.ts'
import { treatmentChoices } from './practice.sql.ts'
import { servicesOf } from './practice-forms.ts'
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

export type PractitionerForms = { readonly week: FormState; readonly services: FormState; readonly lastDay: FormState }

/** The practitioner with three forms as they stand; `sent` is the one that comes back with what was typed. */
export async function practitionerPage({ tx, page, now, actor, found }: Showing, sent: Partial<PractitionerForms>) {
  const today = dayOf(now)
  const hours = await weeklyHours(tx, today, found.id)
  const forms = {
    week: asTyped(page, hoursInForce(hours, today), today),
    services: { ...emptyForm, values: { services: found.services } },
    lastDay: found.active_until ? { ...emptyForm, values: dateAsTyped('lastDay', found.active_until) } : emptyForm,
    ...sent,
  }
  const services = servicesOf(found.profession, await treatmentChoices(tx))
  const mayChange = mayChangeHours(actor)
  return practitionerView({ page, today, practitioner: found, hours, forms, services, mayChange })
}

/** The hours in force as the form would have them typed, to be changed from today. */
function asTyped(page: Page, inForce: Parameters<typeof hoursText>[1], today: Temporal.PlainDate): FormState {
  const typed = days.map((day, index) => [day, hoursText(page.language, inForce, index + 1)])
  return { ...emptyForm, values: { ...Object.fromEntries(typed), ...dateAsTyped('validFrom', today) } }
}

const dateAsTyped = (name: string, { day, month, year }: Temporal.PlainDate) => ({
  [`${name}-day`]: `${day}`,
  [`${name}-month`]: `${month}`,
  [`${name}-year`]: `${year}`,
})
