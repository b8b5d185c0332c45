import { partsOfDay } from '#features/availability/index.ts'
import { contactOf, patientRecordsOf, personKeyFor } from '#features/patients/index.ts'
import { readId } from '#kernel/ids.ts'
import { texts } from '#kernel/language.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { placeOfPostcode } from '#platform/geo/postcodes.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { queryForm } from '#platform/http/form.ts'
import { choice, date, id, postcode } from '#platform/http/form-fields.ts'
import type { Services } from '#platform/http/services.ts'
import { routes } from '#src/routes.ts'
import { type AppointmentRow, appointmentById } from './appointments.sql.ts'
import type { BookableCase } from './appointments.ts'
import { bookableCase } from './cases.sql.ts'
import { findTimesTexts } from './find-times.texts.ts'
import { findTimesView } from './find-times.view.tsx'
import { offeredTimes } from './offered-times.ts'

const distances = ['10', '25', '50', '100'] as const

const filterForm = queryForm({
  clinic: id<'organisation'>(),
  from: date(),
  part: choice(partsOfDay),
  postcode: postcode(),
  km: choice(distances),
  view: choice(['clinics', 'days']),
})
type Chosen = Exclude<ReturnType<typeof filterForm.read>, { ok: false }>['value']
const unfiltered: Chosen = { clinic: null, from: null, part: null, postcode: null, km: null, view: null }

type Found = { readonly booking: BookableCase; readonly moved: AppointmentRow | null }

type Showing = {
  readonly reader: Reader
  readonly services: Services
  readonly page: Page
  readonly now: Temporal.Instant
  readonly found: Found
  readonly form: FormState
}

const factsOf = ({ booking: { personId, caseId, consentMarkId } }: Found) => ({
  personId,
  caseId,
  consentLive: consentMarkId !== null,
})

/**
 * Free times for a case, or why there are none. Asks for the sight of the case only, so that a patient whose consent is withdrawn gets an
 * explanation; the search itself is asked of the gate once there is a consent.
 */
export const findTimes = action({
  at: routes.my.times,
  asks: 'my-case.view',
  notices: texts({ released: findTimesTexts.da.released }, { released: findTimesTexts.en.released }),
  async load({ params, reader, now }): Promise<Found | null> {
    const caseId = readId<'case'>(params.caseId)
    const booking = caseId && (await bookableCase(reader, caseId, now))
    return booking && { booking, moved: null }
  },
  facts: factsOf,
  input: filterForm,
  again: ({ tx, services, page, now, found, form }) =>
    timesPage({ reader: tx, services, page, now, found, form }, unfiltered),
  async run({ tx, services, page, now, found, form, input, permitFor }) {
    if (found.booking.consentMarkId) permitFor('time.search', factsOf(found))
    return show(await timesPage({ reader: tx, services, page, now, found, form }, input))
  },
})

/** The same for an appointment that is to be moved: its own session can be used. */
export const findOtherTimes = action({
  at: routes.my.appointment.times,
  asks: 'appointment.view',
  async load({ params, reader, now }): Promise<Found | null> {
    const appointmentId = readId<'appointment'>(params.appointmentId)
    const moved = appointmentId && (await appointmentById(reader, appointmentId))
    const booking = moved && !moved.cancelled_at && (await bookableCase(reader, moved.case_id, now))
    return booking ? { booking, moved } : null
  },
  facts: factsOf,
  input: filterForm,
  again: ({ tx, services, page, now, found, form }) =>
    timesPage({ reader: tx, services, page, now, found, form }, unfiltered),
  async run({ tx, services, page, now, found, form, input, permitFor }) {
    if (found.booking.consentMarkId) permitFor('time.search', factsOf(found))
    return show(await timesPage({ reader: tx, services, page, now, found, form }, input))
  },
})

async function timesPage({ reader, services, page, now, found, form }: Showing, chosen: Chosen) {
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
  return findTimesView(page, { booking, moved, offer, form: typed, chosen: form.values, distances })
}

/** From the newest record that names one: what an insurer entered saves the patient from typing it. */
async function postcodeOf(reader: Reader, { keyring }: Services, { personId }: BookableCase): Promise<string | null> {
  const records = await patientRecordsOf(reader, personId)
  const known = records.find(({ postcode_sealed }) => postcode_sealed !== null)
  return known ? contactOf(await personKeyFor(reader, keyring, personId), known).postcode : null
}
