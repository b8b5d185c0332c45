import { readId } from '#kernel/ids.ts'
import { texts } from '#kernel/language.ts'
import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { appointmentById } from './appointments.sql.ts'
import { bookableCase } from './cases.sql.ts'
import { findTimesTexts } from './find-times.texts.ts'
import { factsOfTimes, filterForm, type TimesFound, timesPage, unfiltered } from './times-page.ts'

const searched = ['booking', 'business-contact'] as const

/**
 * Free times for a case, or why there are none. Asks for the sight of the case only, so that a patient whose consent is withdrawn gets an
 * explanation; the search itself is asked of the gate once there is a consent.
 */
export const findTimes = action({
  at: routes.my.times,
  asks: 'my-case.view',
  touches: ['contact', 'booking', 'health.approval', 'business-contact'],
  limit: 'search',
  notices: texts({ released: findTimesTexts.da.released }, { released: findTimesTexts.en.released }),
  async load({ params, reader, now }): Promise<TimesFound | null> {
    const caseId = readId<'case'>(params.caseId)
    const booking = caseId && (await bookableCase(reader, caseId, now))
    return booking && { booking, moved: null }
  },
  facts: factsOfTimes,
  input: filterForm,
  again: ({ tx, services, page, now, found, form }) =>
    timesPage({ reader: tx, services, page, now, found, form }, unfiltered),
  async run({ tx, services, page, now, found, form, input, permitFor }) {
    if (found.booking.consentMarkId) permitFor('time.search', factsOfTimes(found), searched)
    return show(await timesPage({ reader: tx, services, page, now, found, form }, input))
  },
})

/** The same for an appointment that is to be moved: its own session can be used. */
export const findOtherTimes = action({
  at: routes.my.appointment.times,
  asks: 'appointment.view',
  touches: ['contact', 'booking', 'health.approval', 'business-contact'],
  limit: 'search',
  async load({ params, reader, now }): Promise<TimesFound | null> {
    const appointmentId = readId<'appointment'>(params.appointmentId)
    const moved = appointmentId && (await appointmentById(reader, appointmentId))
    const booking = moved && !moved.cancelled_at && (await bookableCase(reader, moved.case_id, now))
    return booking ? { booking, moved } : null
  },
  facts: factsOfTimes,
  input: filterForm,
  again: ({ tx, services, page, now, found, form }) =>
    timesPage({ reader: tx, services, page, now, found, form }, unfiltered),
  async run({ tx, services, page, now, found, form, input, permitFor }) {
    if (found.booking.consentMarkId) permitFor('time.search', factsOfTimes(found), searched)
    return show(await timesPage({ reader: tx, services, page, now, found, form }, input))
  },
})
