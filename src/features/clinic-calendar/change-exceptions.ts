import { type Id, newId, readId } from '#kernel/ids.ts'
import { texts } from '#kernel/language.ts'
import { atTime, type ClockTime, dayOf, endOfDay, startOfDay, Temporal } from '#kernel/time.ts'
import type { Tx } from '#platform/db/database.ts'
import { action, type Visit } from '#platform/http/action.ts'
import { seeOther } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { choice, date, text, tick, time } from '#platform/http/form-fields.ts'
import { routes } from '#src/routes.ts'
import { exceptionFormView } from './change-exceptions.view.tsx'
import { type Change, changeHours } from './change-hours.ts'
import { type PractitionerRow, practitionersOfClinic, type RoomRow, roomsOfClinic } from './clinic.sql.ts'
import { showConflicts } from './conflicts.ts'
import { exceptionById, type NewException, removeException, saveException } from './opening-hours.sql.ts'
import { hoursTexts } from './opening-hours.texts.ts'
import { ownClinicFacts } from './opening-rights.ts'
import { visitsInRoom } from './visits.sql.ts'

type Clinic = { readonly practitioners: readonly PractitionerRow[]; readonly rooms: readonly RoomRow[] }

/** Closes or opens the clinic, a practitioner or a room on one date, once the patients it would leave outside have been seen. */
export const addException = action({
  at: routes.clinic.exception.create,
  asks: 'opening-hours.change',
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

const { da, en } = hoursTexts
const said = (key: 'past' | 'bothClocks' | 'backwards' | 'openNeedsClock' | 'openNeedsPerson') =>
  texts(da[key], en[key])

function exceptionForm({ practitioners, rooms }: Clinic, { now }: Pick<Visit, 'now'>) {
  const whom = [
    'clinic',
    ...practitioners.map(({ id }) => `practitioner:${id}`),
    ...rooms.map(({ id }) => `room:${id}`),
  ]
  const fields = {
    whom: choice(whom),
    kind: choice(['closed', 'open']),
    date: date(),
    opens: time().optional(),
    closes: time().optional(),
    reason: text({ max: 100 }).optional(),
    accepted: tick(),
  }
  return form(fields, ({ date: on, kind, opens, closes, whom: concerns }) => {
    if (Temporal.PlainDate.compare(on, dayOf(now)) < 0) return [{ field: 'date', message: said('past') }]
    if ((opens === null) !== (closes === null)) return [{ field: 'opens', message: said('bothClocks') }]
    if (opens !== null && closes !== null && closes <= opens) return [{ field: 'closes', message: said('backwards') }]
    if (kind === 'open' && opens === null) return [{ field: 'opens', message: said('openNeedsClock') }]
    return kind === 'open' && !concerns.startsWith('practitioner:')
      ? [{ field: 'whom', message: said('openNeedsPerson') }]
      : []
  })
}

type Scope = Pick<NewException, 'practitionerId' | 'roomId'>

function scopeOf(whom: string): Scope {
  const [kind, id = ''] = whom.split(':')
  return {
    practitionerId: kind === 'practitioner' ? readId<'practitioner'>(id) : null,
    roomId: kind === 'room' ? readId<'room'>(id) : null,
  }
}

const affected = (
  { practitionerId, roomId }: Scope,
  practitioners: readonly PractitionerRow[],
): Id<'practitioner'>[] => (roomId ? [] : practitionerId ? [practitionerId] : practitioners.map(({ id }) => id))

function concerned(
  tx: Tx,
  e: NewException,
  { practitioners }: Clinic,
): Pick<Change, 'practitionerIds' | 'alsoConcerned'> {
  const { roomId } = e
  const practitionerIds = affected(e, practitioners)
  return roomId ? { practitionerIds, alsoConcerned: () => visitsInRoom(tx, roomId, spanOf(e)) } : { practitionerIds }
}

const spanOf = ({ on, opens, closes }: NewException) => ({
  from: (opens && atTime(on, opens as ClockTime)) ?? startOfDay(on),
  until: (closes && atTime(on, closes as ClockTime)) ?? endOfDay(on),
})
