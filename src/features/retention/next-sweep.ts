import type { Temporal } from '#kernel/time.ts'

/** In UTC, as the timetable is. */
export const sweepsAt = { hour: 1, minute: 15 } as const

/** When the next nightly sweep begins. */
export function nextSweepAfter(now: Temporal.Instant): Temporal.Instant {
  const day = now.toZonedDateTimeISO('UTC')
  const today = day.with({ ...sweepsAt, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 })
  const next = today.epochMilliseconds > now.epochMilliseconds ? today : today.add({ days: 1 })
  return next.toInstant()
}
