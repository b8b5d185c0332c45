import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { hoursTexts } from './opening-hours.texts.ts'
import { practiceTexts } from './practice.texts.ts'
import { findPractitioner, practitionerPage } from './practitioner-page.ts'

const told = (language: 'da' | 'en') => {
  const { added, servicesSaved, lastDaySaved } = practiceTexts[language]
  return { saved: hoursTexts[language].saved, added, 'services-saved': servicesSaved, 'last-day-saved': lastDaySaved }
}

/** One practitioner's weekly hours, now and to come, what they give, and until when. */
export const viewPractitioner = action({
  at: routes.clinic.practitioner,
  asks: 'opening-hours.view',
  touches: ['business-contact'],
  notices: { da: told('da'), en: told('en') },
  load: ({ reader, params, now }) => findPractitioner(reader, params.practitionerId, now),
  run: async (running) => show(await practitionerPage(running, {})),
})
