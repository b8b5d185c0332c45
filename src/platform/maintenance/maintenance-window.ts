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

/** The window that keeps everything from being changed now. */
export const closingWindow = (windows: readonly MaintenanceWindow[], now: Temporal.Instant): MaintenanceWindow | null =>
  windows.find((window) => window.readOnly && isRunning(window, now)) ?? null
