import { newId, readId } from '#kernel/ids.ts'
import { dayOf } from '#kernel/time.ts'
import { action } from '#platform/http/action.ts'
import { seeOther } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { tick } from '#platform/http/form-fields.ts'
import { routes } from '#src/routes.ts'
import { exceptionFormView } from './change-exceptions.view.tsx'
import { changeHours } from './change-hours.ts'
import { practitionersOfClinic, roomsOfClinic } from './clinic.sql.ts'
import { showConflicts } from './conflicts.ts'
import { type Clinic, exceptionForm } from './exception-form.ts'
import { affected, concerned, scopeOf } from './exception-reach.ts'
import { exceptionById, type NewException, removeException, saveException } from './opening-hours.sql.ts'
import { ownClinicFacts } from './opening-rights.ts'

/** Closes or opens the clinic, a practitioner or a room on one date, once the patients it would leave outside have been seen. */
export const addException = action({
  at: routes.clinic.exception.create,
  asks: 'opening-hours.change',
  touches: ['business-contact'],
  async load({ reader, now }): Promise<Clinic> {
    const today = dayOf(now)
    return { practitioners: await practitionersOfClinic(reader, today), rooms: await roomsOfClinic(reader, today) }
  },
  facts: ownClinicFacts,
  input: (found, visit) => exceptionForm(found, visit),
  again: ({ page, found, form: sent }) => exceptionFormView({ page, form: sent, ...found }),
  async run(running) {
    const { tx, found, input, now, form: sent, record } = running
    const exception: NewException = {
      ...scopeOf(input.whom),
      id: newId<'exception'>(),
      kind: input.kind,
      on: input.date,
      opens: input.opens,
      closes: input.closes,
      reason: input.reason ?? '',
    }
    const back = exception.roomId ? routes.clinic.rooms : routes.clinic.practitioners
    const change = { ...concerned(tx, exception, found), accepted: input.accepted, now }
    const outcome = await changeHours(tx, { ...change, write: () => saveException(tx, exception) })
    record({ detail: { exceptionId: exception.id, on: exception.on.toString() } })
    if (outcome.kind === 'conflicts') {
      const again = { action: routes.clinic.exception.create.href({}), values: sent.values, back: back.href({}) }
      return showConflicts(running, { visits: outcome.visits, ...again })
    }
    return seeOther(back.href({}, { notice: 'exception-saved' }))
  },
})

/** Takes an exception back; when it was extra hours, whoever is booked in them is shown first. */
export const withdrawException = action({
  at: routes.clinic.exception.removal,
  asks: 'opening-hours.change',
  touches: ['business-contact'],
  async load({ reader, params, now }) {
    const id = readId(params.exceptionId)
    const exception = id && (await exceptionById(reader, id))
    return exception ? { exception, practitioners: await practitionersOfClinic(reader, dayOf(now)) } : null
  },
  facts: ownClinicFacts,
  input: form({ accepted: tick() }),
  again: ({ page, form: sent }) => exceptionFormView({ page, form: sent, practitioners: [], rooms: [] }),
  async run(running) {
    const { tx, found, input, now, form: sent } = running
    const { id, practitioner_id: practitionerId, room_id: roomId } = found.exception
    const back = roomId ? routes.clinic.rooms : routes.clinic.practitioners
    const practitionerIds = affected({ practitionerId, roomId }, found.practitioners)
    const write = () => removeException(tx, id)
    const outcome = await changeHours(tx, { practitionerIds, write, accepted: input.accepted, now })
    if (outcome.kind === 'changed') return seeOther(back.href({}, { notice: 'exception-removed' }))
    const action = routes.clinic.exception.removal.href({ exceptionId: id })
    return showConflicts(running, { visits: outcome.visits, action, values: sent.values, back: back.href({}) })
  },
})
