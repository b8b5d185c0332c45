import { dayOf, Temporal } from '#kernel/time.ts'

/** Whether the day has come on which somebody looks at a hold again. */
export const isDue = (reviewOn: Temporal.PlainDate | null, now: Temporal.Instant): boolean =>
  reviewOn !== null && Temporal.PlainDate.compare(reviewOn, dayOf(now)) <= 0
