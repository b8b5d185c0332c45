import { type Language, texts } from '#kernel/language.ts'
import { Temporal } from '#kernel/time.ts'
import type { HoursRow } from './opening-hours.sql.ts'
import { writeHours } from './weekly-hours.ts'

export const weekdays = texts(
  ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
  ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
)

const and = texts('og', 'and')

/** One practitioner's hours that hold on the day. */
export const hoursInForce = (rows: readonly HoursRow[], on: Temporal.PlainDate): readonly HoursRow[] =>
  rows.filter(
    ({ valid_from, valid_until }) =>
      Temporal.PlainDate.compare(valid_from, on) <= 0 &&
      (valid_until === null || Temporal.PlainDate.compare(on, valid_until) <= 0),
  )

/** What is typed for one weekday, 1 to 7. */
export const hoursText = (language: Language, rows: readonly HoursRow[], weekday: number): string =>
  writeHours(
    rows.filter((row) => row.weekday === weekday),
    and[language],
  )

/** A week in a line, days that are alike together: `mandag–fredag 8.00–16.00`. Empty when it is closed all week. */
export function weekSentence(language: Language, rows: readonly HoursRow[]): string {
  const days = weekdays[language].map((name, index) => ({ name, hours: hoursText(language, rows, index + 1) }))
  const runs: { first: string; last: string; hours: string }[] = []
  for (const { name, hours } of days) {
    const run = runs.at(-1)
    if (run?.hours === hours) run.last = name
    else runs.push({ first: name, last: name, hours })
  }
  return runs
    .filter(({ hours }) => hours !== '')
    .map(({ first, last, hours }) => `${first === last ? first : `${first}–${last}`} ${hours}`)
    .join(', ')
}
