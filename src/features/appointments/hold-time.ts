import { patientLeadMinutes } from '#features/availability/index.ts'
import { readId } from '#kernel/ids.ts'
import { texts } from '#kernel/language.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import type { Page } from '#platform/html/page.ts'
import { action } from '#platform/http/action.ts'
import { type Answer, seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { id, text } from '#platform/http/form-fields.ts'
import { routes } from '#src/routes.ts'
import { type AppointmentRow, appointmentById } from './appointments.sql.ts'
import { type BookableCase, isBefore } from './appointments.ts'
import { bookHold } from './bookings.ts'
import { bookableCase } from './cases.sql.ts'
import { refuse } from './contend.ts'
import { holdTexts } from './hold-time.texts.ts'
import { holdView } from './hold-time.view.tsx'
import { type HoldRow, holdById, slotOf } from './holds.sql.ts'
import { hold, releaseHold, renewHold } from './holds.ts'
import { refusalView } from './refusal.view.tsx'
import { readTimeValue } from './time-form.view.tsx'

const factsOf = ({ personId, caseId, consentMarkId }: BookableCase) => ({
  personId,
  caseId,
  consentLive: consentMarkId !== null,
})

type FoundHold = { readonly hold: HoldRow; readonly booking: BookableCase; readonly moved: AppointmentRow | null }

async function findHold(reader: Reader, holdId: string, now: Temporal.Instant): Promise<FoundHold | null> {
  const knownId = readId<'hold'>(holdId)
  const held = knownId && (await holdById(reader, knownId))
  const booking = held && (await bookableCase(reader, held.case_id, now))
  if (!booking) return null
  const moved = held.moves_appointment_id && (await appointmentById(reader, held.moves_appointment_id))
  return { hold: held, booking, moved: moved || null }
}

const holdFacts = ({ hold: { id: holdId }, booking }: FoundHold) => ({
  ...factsOf(booking),
  object: { type: 'hold', id: holdId },
})

/** A time chosen on a page of free times is held, or the nearest others are offered. */
export const holdTime = action({
  at: routes.my.hold.create,
  asks: 'time.hold',
  async load({ params, reader, now }) {
    const caseId = readId<'case'>(params.caseId)
    return caseId && bookableCase(reader, caseId, now)
  },
  facts: factsOf,
  input: form({ time: text({ max: 100 }), moves: id<'appointment'>().optional() }),
  again: ({ page, found }) =>
    refusalView(page, { kind: 'refused', reason: 'taken', nearest: [] }, { caseId: found.caseId, moves: null }),
  async run({ tx, permit, now, found: booking, input, page, record }) {
    const chosen = readTimeValue(input.time)
    const moves = input.moves && (await appointmentById(tx, input.moves))
    if (!chosen || (moves && moves.case_id !== booking.caseId)) return seeOther(routes.my.times.href(booking))
    const outcome = await hold({ tx, now }, permit, { booking, moves, ...chosen })
    if (outcome.kind === 'held') return seeOther(routes.my.hold.show.href(outcome))
    record({ detail: { reason: outcome.reason } })
    return show(refusalView(page, outcome, { caseId: booking.caseId, moves: input.moves }), 409)
  },
})

/** The held time with its countdown; once it has expired, what happened and the nearest times. */
export const viewHold = action({
  at: routes.my.hold.show,
  asks: 'hold.view',
  notices: texts(
    { renewed: holdTexts.da.renewed, 'not-renewed': holdTexts.da.notRenewed },
    { renewed: holdTexts.en.renewed, 'not-renewed': holdTexts.en.notRenewed },
  ),
  load: ({ params, reader, now }) => findHold(reader, params.holdId, now),
  facts: holdFacts,
  async run({ tx, now, found, page }) {
    if (isBefore(now, found.hold.expires_at)) return show(holdView(page, found.hold, found.moved))
    return expired(tx, page, { found, now })
  },
})

export const renewHeldTime = action({
  at: routes.my.hold.renew,
  asks: 'hold.change',
  load: ({ params, reader, now }) => findHold(reader, params.holdId, now),
  facts: holdFacts,
  async run({ tx, permit, now, found }) {
    const { kind } = await renewHold({ tx, now }, permit, found.hold.id)
    return seeOther(routes.my.hold.show.href({ holdId: found.hold.id }, { notice: kind }))
  },
})

export const releaseHeldTime = action({
  at: routes.my.hold.release,
  asks: 'hold.change',
  load: ({ params, reader, now }) => findHold(reader, params.holdId, now),
  facts: holdFacts,
  async run({ tx, permit, found }) {
    await releaseHold(tx, permit, found.hold.id)
    return seeOther(
      found.moved
        ? routes.my.appointment.show.href({ appointmentId: found.moved.id })
        : routes.my.times.href({ caseId: found.hold.case_id }, { notice: 'released' }),
    )
  },
})

/** Makes the held time the patient's: an appointment, or the move of one. */
export const bookHeldTime = action({
  at: routes.my.hold.book,
  asks: 'appointment.book',
  load: ({ params, reader, now }) => findHold(reader, params.holdId, now),
  facts: holdFacts,
  async run({ tx, permit, permitFor, now, found, page, record }) {
    const asked = found.moved ? permitFor('appointment.move', holdFacts(found)) : permit
    const outcome = await bookHold({ tx, now }, asked, { ...found, mayDisclose: permitFor })
    if (outcome.kind === 'booked') {
      record({ detail: { appointmentId: outcome.appointmentId } })
      const notice = found.moved ? 'moved' : 'booked'
      return seeOther(routes.my.appointment.show.href({ appointmentId: outcome.appointmentId }, { notice }))
    }
    record({ detail: { reason: outcome.reason } })
    return show(refusalView(page, outcome, choosingOf(found)), 409)
  },
})

const choosingOf = ({ hold: { case_id: caseId }, moved }: FoundHold) => ({ caseId, moves: moved?.id ?? null })

async function expired(
  tx: Tx,
  page: Page,
  { found, now }: { readonly found: FoundHold; readonly now: Temporal.Instant },
): Promise<Answer> {
  const wanted = { booking: found.booking, slot: slotOf(found.hold), now, leadMinutes: patientLeadMinutes }
  return show(refusalView(page, await refuse(tx, wanted, 'hold-expired'), choosingOf(found)))
}
