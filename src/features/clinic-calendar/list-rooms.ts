import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { hoursTexts } from './opening-hours.texts.ts'
import { practiceTexts } from './practice.texts.ts'
import { roomsPage } from './rooms-page.ts'

const told = (language: 'da' | 'en') => {
  const { exceptionSaved, exceptionRemoved } = hoursTexts[language]
  const { roomAdded, roomLastDaySaved } = practiceTexts[language]
  return {
    'exception-saved': exceptionSaved,
    'exception-removed': exceptionRemoved,
    'room-added': roomAdded,
    'room-last-day-saved': roomLastDaySaved,
  }
}

/** The clinic's rooms and the dates on which they are closed. */
export const listRooms = action({
  at: routes.clinic.rooms,
  asks: 'opening-hours.view',
  touches: ['business-contact'],
  notices: { da: told('da'), en: told('en') },
  run: async (running) => show(await roomsPage(running, { exception: running.form })),
})
