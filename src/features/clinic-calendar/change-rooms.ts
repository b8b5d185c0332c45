import { newId } from '#kernel/ids.ts'
import { dayOf, endOfDay, type Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { action } from '#platform/http/action.ts'
import { seeOther } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { changeHours } from './change-hours.ts'
import { roomsOfClinic } from './clinic.sql.ts'
import { showConflicts } from './conflicts.ts'
import { ownClinicFacts } from './opening-rights.ts'
import { saveRoom, saveRoomsLastDay } from './practice.sql.ts'
import { roomForm, roomLastDayForm } from './practice-forms.ts'
import { roomsPage } from './rooms-page.ts'
import { visitsInRoom } from './visits.sql.ts'

export const addRoom = action({
  at: routes.clinic.newRoom,
  asks: 'opening-hours.change',
  touches: ['business-contact'],
  facts: ownClinicFacts,
  input: roomForm,
  again: (running) => roomsPage(running, { newRoom: running.form }),
  async run({ tx, input, record }) {
    const id = newId<'room'>()
    await saveRoom(tx, { id, ...input })
    record({ detail: { roomId: id } })
    return seeOther(routes.clinic.rooms.href({}, { notice: 'room-added' }))
  },
})

/** A room's last day, once the patients who are booked in it later have been seen; or, left empty, that it stays in use. */
export const endRoom = action({
  at: routes.clinic.roomClosure,
  asks: 'opening-hours.change',
  touches: ['business-contact'],
  load: async ({ reader, now }: Looking) => ({ rooms: await roomsOfClinic(reader, dayOf(now)) }),
  facts: ownClinicFacts,
  input: ({ rooms }, { now }) => roomLastDayForm(rooms, now),
  again: (running) => roomsPage(running, { ending: running.form }),
  async run(running) {
    const { tx, input, now, form: sent, record } = running
    const { room, lastDay, accepted } = input
    const alsoConcerned = async () =>
      lastDay ? visitsInRoom(tx, room, { from: endOfDay(lastDay), until: now.add({ hours: yearsAheadHours }) }) : []
    const write = () => saveRoomsLastDay(tx, room, lastDay)
    const outcome = await changeHours(tx, { practitionerIds: [], write, alsoConcerned, accepted, now })
    record({ detail: { roomId: room, lastDay: lastDay?.toString() ?? null } })
    const back = routes.clinic.rooms
    if (outcome.kind === 'changed') return seeOther(back.href({}, { notice: 'room-last-day-saved' }))
    const again = { action: routes.clinic.roomClosure.href({}), values: sent.values, back: back.href({}) }
    return showConflicts(running, { visits: outcome.visits, ...again })
  },
})

type Looking = { readonly reader: Reader; readonly now: Temporal.Instant }

/** Longer than anything can be booked. */
const yearsAheadHours = 5 * 366 * 24
