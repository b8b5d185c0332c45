import { Temporal } from 'temporal-polyfill'

export { Temporal }

/** A day is a day here, whatever time zone the process runs in. */
export const copenhagen = 'Europe/Copenhagen'

/** A time on the clock, `HH:MM`. */
export type ClockTime = `${string}:${string}`

export const dayOf = (instant: Temporal.Instant): Temporal.PlainDate =>
  instant.toZonedDateTimeISO(copenhagen).toPlainDate()

/** What the clock on the wall shows, for instance `09:05`. */
export const clockOf = (instant: Temporal.Instant): ClockTime =>
  instant.toZonedDateTimeISO(copenhagen).toPlainTime().toString({ smallestUnit: 'minute' }) as ClockTime

export const startOfDay = (date: Temporal.PlainDate): Temporal.Instant => date.toZonedDateTime(copenhagen).toInstant()

/** The first instant that no longer belongs to the day, so that `[startOfDay, endOfDay)` is 23, 24 or 25 hours. */
export const endOfDay = (date: Temporal.PlainDate): Temporal.Instant => startOfDay(date.add({ days: 1 }))

/**
 * The instant when the clock shows `clock` on that day. Null when it never does (the hour skipped in spring); the
 * first of the two when it does so twice (autumn). Throws RangeError when `clock` is not a time.
 */
export function atTime(date: Temporal.PlainDate, clock: ClockTime): Temporal.Instant | null {
  const plainTime = Temporal.PlainTime.from(clock)
  const found = date.toZonedDateTime({ timeZone: copenhagen, plainTime })
  return found.toPlainTime().equals(plainTime) ? found.toInstant() : null
}

/** ISO 8601 week; its year differs from the date's own around New Year. */
export function isoWeek(date: Temporal.PlainDate): { readonly year: number; readonly week: number } {
  const thursday = date.add({ days: 4 - date.dayOfWeek })
  return { year: thursday.year, week: Math.ceil(thursday.dayOfYear / 7) }
}

type Day = Temporal.PlainDate
export type Week = readonly [Day, Day, Day, Day, Day, Day, Day]

/** The week that holds the date, Monday first. */
export function daysOfWeek(date: Temporal.PlainDate): Week {
  const monday = date.subtract({ days: date.dayOfWeek - 1 })
  const day = (days: number) => monday.add({ days })
  return [monday, day(1), day(2), day(3), day(4), day(5), day(6)]
}

/** For the database driver, which speaks `Date` in whole milliseconds. */
export const toDate = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds)
export const fromDate = (date: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime())
