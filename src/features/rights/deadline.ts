import { holidayOn } from '#kernel/holidays.ts'
import { dayOf, Temporal } from '#kernel/time.ts'

export type Course = {
  readonly receivedAt: Temporal.Instant
  /** Null while nobody knows who asks: the time stands still until then (art. 12(6)). */
  readonly identifiedAt: Temporal.Instant | null
  readonly isExtended: boolean
}

/**
 * The last day to answer: one calendar month after the request came in, three when it was extended (GDPR art. 12(3)). Days that passed before
 * the person was identified are added. The day of receipt does not count, a month without that date ends on its last day, and a period
 * never ends on a Saturday, a Sunday or a public holiday (Regulation 1182/71, art. 3). Null while identity is missing.
 */
export function deadlineOf({ receivedAt, identifiedAt, isExtended }: Course): Temporal.PlainDate | null {
  if (!identifiedAt) return null
  const [receivedOn, identifiedOn] = [dayOf(receivedAt), dayOf(identifiedAt)]
  const pausedDays = Math.max(0, receivedOn.until(identifiedOn, { largestUnit: 'days' }).days)
  return workingDayFrom(receivedOn.add({ months: isExtended ? 3 : 1 }).add({ days: pausedDays }))
}

/** Whether a word to the person still comes within the time: who is told of an extension later was not told in time. */
export function isInTime(course: Course, now: Temporal.Instant): boolean {
  const due = deadlineOf(course)
  return due !== null && Temporal.PlainDate.compare(dayOf(now), due) <= 0
}

/** That day, or the next on which offices are open. */
function workingDayFrom(date: Temporal.PlainDate): Temporal.PlainDate {
  let day = date
  while (day.dayOfWeek > 5 || holidayOn(day)) day = day.add({ days: 1 })
  return day
}
