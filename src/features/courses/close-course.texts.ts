import { texts } from '#kernel/language.ts'

export const closeCourseTexts = texts(
  {
    title: 'Afslut forløbet',
    lead: (insurer: string) =>
      `${insurer} får udfaldet og opsummeringen, men ikke jeres notater. Bagefter kan I læse sagen, men ikke ændre den.`,
    outcome: 'Hvordan endte det?',
    summary: 'Opsummering til selskabet',
    summaryHint: 'Kort, og kun det selskabet skal bruge',
    close: 'Afslut forløbet',
    back: 'Tilbage til sagen',
    cannot: 'Forløbet kan ikke afsluttes nu',
    visitsAhead: (count: number) =>
      count === 1
        ? 'Patienten har en tid hos jer, der ikke er gennemført endnu. Aflys den, eller vent, til den er gennemført.'
        : `Patienten har ${count} tider hos jer, der ikke er gennemført endnu. Aflys dem, eller vent, til de er gennemført.`,
  },
  {
    title: 'Close the course',
    lead: (insurer) =>
      `${insurer} receives the outcome and the summary, but not your notes. Afterwards you can read the case, but not change it.`,
    outcome: 'How did it end?',
    summary: 'Summary for the insurer',
    summaryHint: 'Briefly, and only what the insurer needs',
    close: 'Close the course',
    back: 'Back to the case',
    cannot: 'The course cannot be closed now',
    visitsAhead: (count) =>
      count === 1
        ? 'The patient has an appointment with you that is still to come. Cancel it, or wait until it has taken place.'
        : `The patient has ${count} appointments with you that are still to come. Cancel them, or wait until they have taken place.`,
  },
)
