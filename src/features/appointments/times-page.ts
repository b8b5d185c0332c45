import { partsOfDay } from '#features/availability/index.ts'
import { contactOf, patientRecordsOf, personKeyFor } from '#features/patients/index.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { placeOfPostcode } from '#platform/geo/postcodes.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { queryForm } from '#platform/http/form.ts'
import { choice, date, id, postcode } from '#platform/http/form-fields.ts'
import type { Services } from '#platform/http/services.ts'
import type { AppointmentRow } from './appointments.sql.ts'
import type { BookableCase } from './appointments.ts'
import { findTimesTexts } from './find-times.texts.ts'
import { findTimesView } from './find-times.view.tsx'
import { offeredTimes } from './offered-times.ts'
import { distances } from './time-filters.view.tsx'

export const filterForm = queryForm({
  clinic: id<'organisation'>(),
  from: date(),
  part: choice(partsOfDay),
  postcode: postcode(),
  km: choice(distances),
  view: choice(['clinics', 'days']),
})
export type Chosen = Exclude<ReturnType<typeof filterForm.read>, { ok: false }>['value']
export const unfiltered: Chosen = { clinic: null, from: null, part: null, postcode: null, km: null, view: null }

export type TimesFound = { readonly booking: BookableCase; readonly moved: AppointmentRow | null }

type Showing = {
  readonly reader: Reader
  readonly services: Services
  readonly page: Page
  readonly now: Temporal.Instant
  readonly found: TimesFound
  readonly form: FormState
}

export const factsOfTimes = ({ booking: { personId, caseId, consentMarkId } }: TimesFound) => ({
  personId,
  caseId,
  consentLive: consentMarkId !== null,
})

/** The page of free times, whatever is to be found. The patient’s own postcode is used unless another is typed. */
export async function timesPage({ reader, services, page, now, found, form }: Showing, chosen: Chosen) {
  const { booking, moved } = found
  const home = chosen.postcode ?? (await postcodeOf(reader, services, booking))
  const near = home ? placeOfPostcode(home) : null
  const filters = { ...chosen, km: chosen.km ? Number(chosen.km) : null, near }
  const offer = await offeredTimes(reader, { booking, moved, filters, now })
  const errors =
    chosen.postcode && !near
      ? [{ field: 'postcode', message: findTimesTexts[page.language].unknownPostcode }]
      : form.errors
  const typed = { values: { ...(home && { postcode: home }), ...form.values }, errors }
  return findTimesView(page, { booking, moved, offer, form: typed, chosen: form.values })
}

/** From the newest record that names one: what an insurer entered saves the patient from typing it. */
async function postcodeOf(reader: Reader, { keyring }: Services, { personId }: BookableCase): Promise<string | null> {
  const records = await patientRecordsOf(reader, personId)
  const known = records.find(({ postcode_sealed }) => postcode_sealed !== null)
  return known ? contactOf(await personKeyFor(reader, keyring, personId), known).postcode : null
}
