import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { hoursTexts } from './opening-hours.texts.ts'
import { findPractitioner, practitionerPage } from './practitioner-page.ts'

const { da, en } = hoursTexts

/** One practitioner's weekly hours, now and to come. */
export const viewPractitioner = action({
  at: routes.clinic.practitioner,
  asks: 'opening-hours.view',
  notices: { da: { saved: da.saved }, en: { saved: en.saved } },
  load: ({ reader, params, now }) => findPractitioner(reader, params.practitionerId, now),
  run: async (running) => show(await practitionerPage(running, null)),
})
