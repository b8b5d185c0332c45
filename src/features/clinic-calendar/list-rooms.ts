import { dayOf } from '#kernel/time.ts'
import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { roomsOfClinic } from './clinic.sql.ts'
import { roomsView } from './list-rooms.view.tsx'
import { exceptionsAhead } from './opening-hours.sql.ts'
import { hoursTexts } from './opening-hours.texts.ts'
import { mayChangeHours } from './opening-rights.ts'

const told = (language: 'da' | 'en') => {
  const { exceptionSaved, exceptionRemoved } = hoursTexts[language]
  return { 'exception-saved': exceptionSaved, 'exception-removed': exceptionRemoved }
}

/** The clinic's rooms and the dates on which they are closed. */
export const listRooms = action({
  at: routes.clinic.rooms,
  asks: 'opening-hours.view',
  notices: { da: told('da'), en: told('en') },
  async run({ tx, page, now, actor, form }) {
    const rooms = await roomsOfClinic(tx, dayOf(now))
    const closings = (await exceptionsAhead(tx, dayOf(now))).filter(({ room_id }) => room_id !== null)
    return show(roomsView({ page, rooms, closings, form, mayChange: mayChangeHours(actor) }))
  },
})
