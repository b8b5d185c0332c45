import type { Texts } from '#kernel/language.ts'
import { Temporal } from '#kernel/time.ts'

/** A time when the service is looked after. `endsAt` is when it really ends: earlier than announced if it was ended early. */
export type MaintenanceWindow = {
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly readOnly: boolean
  readonly text: Texts<string>
}

/** So long beforehand every page tells of it. */
const noticeAhead = { hours: 7 * 24 }

/** Where both sites tell how the service is doing. */
export const statusPath = '/status'

const { compare } = Temporal.Instant

export const hasBegun = ({ startsAt }: Pick<MaintenanceWindow, 'startsAt'>, now: Temporal.Instant) =>
  compare(startsAt, now) <= 0

export const isOver = ({ endsAt }: Pick<MaintenanceWindow, 'endsAt'>, now: Temporal.Instant) =>
  compare(endsAt, now) <= 0

export const isRunning = (window: MaintenanceWindow, now: Temporal.Instant) =>
  hasBegun(window, now) && !isOver(window, now)

/** The window that pages tell of now: the one that runs, or the next one if it is near. They come in the order of time. */
export const windowToTell = (windows: readonly MaintenanceWindow[], now: Temporal.Instant): MaintenanceWindow | null =>
  windows.find((window) => !isOver(window, now) && compare(window.startsAt.subtract(noticeAhead), now) <= 0) ?? null

/** Until when the window and those that follow it without a pause last. */
export function lastEnd(
  windows: readonly MaintenanceWindow[],
  { endsAt }: Pick<MaintenanceWindow, 'endsAt'>,
): Temporal.Instant {
  const next = windows.find((one) => compare(one.startsAt, endsAt) <= 0 && compare(one.endsAt, endsAt) > 0)
  return next ? lastEnd(windows, next) : endsAt
}

/** When things can be changed again: the end of the last of the windows that close the service one after another. Null when they can be now. */
export function closedUntil(windows: readonly MaintenanceWindow[], now: Temporal.Instant): Temporal.Instant | null {
  const closing = windows.filter(({ readOnly }) => readOnly)
  const running = closing.find((window) => isRunning(window, now))
  return running ? lastEnd(closing, running) : null
}
