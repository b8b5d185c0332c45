import { Temporal } from '#kernel/time.ts'

/** Time as the test says: starts at the given instant and moves only when told to. */
export type TestClock = { now(): Temporal.Instant; advance(by: Temporal.DurationLike): void }

/** The real present, rounded to the minute: database defaults and session ends compare with the server's own clock. */
export function testClock(start: Temporal.Instant = Temporal.Now.instant().round('minute')): TestClock {
  let present = start
  return {
    now: () => present,
    advance: (by) => {
      present = present.add(by)
    },
  }
}
