import { formats } from '#kernel/format.ts'
import { holidayOn } from '#kernel/holidays.ts'
import { dayOf, type Temporal } from '#kernel/time.ts'
import type { CalendarColumn, CalendarEvent } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { closedBetween, type Stretch } from './calendar-days.ts'
import type { PractitionerRow, StretchRow } from './clinic.sql.ts'
import { minuteOf, type NamedVisit } from './named-visit.ts'

type Shown = {
  readonly page: Page
  readonly practitioners: readonly PractitionerRow[]
  readonly scope:
    | { readonly kind: 'week'; readonly practitioner: PractitionerRow; readonly days: readonly Temporal.PlainDate[] }
    | { readonly kind: 'day'; readonly date: Temporal.PlainDate }
  readonly visits: readonly NamedVisit[]
  readonly stretches: readonly StretchRow[]
}

/** Days, without a weekend in which nothing happens; or practitioners. */
export function columnsOf(shown: Shown): readonly CalendarColumn[] {
  const { page, practitioners, scope } = shown
  const say = formats(page.language)
  if (scope.kind === 'day') {
    return practitioners.map(({ id, name, treatments_da, treatments_en }) => ({
      key: id,
      label: name,
      detail: (page.language === 'da' ? treatments_da : treatments_en).join(', '),
    }))
  }
  return scope.days
    .filter((day) => day.dayOfWeek <= 5 || isUsed(shown, day))
    .map((day) => ({
      key: day.toString(),
      label: say.weekday(day),
      detail: [say.dayMonth(day), holidayOn(day)?.[page.language]].filter(Boolean).join(', '),
      current: day.equals(dayOf(page.now)),
    }))
}

const isUsed = ({ visits, stretches }: Shown, day: Temporal.PlainDate) =>
  stretches.some(({ on_date }) => on_date.equals(day)) || visits.some(({ row }) => dayOf(row.starts_at).equals(day))

const shortestFreeMinutes = 15

/** Free time that is still ahead, and closed time between the first and the last hour that is shown. */
export function openEvents(shown: Shown, words: { readonly free: string; readonly closed: string }): CalendarEvent[] {
  const mine = stretchesShown(shown)
  const frame = frameOf(mine)
  return columnsOf(shown).flatMap(({ key }) => {
    const own = mine.filter((stretch) => columnOf(shown, stretch) === key)
    const free = own
      .filter(({ kind, ends_at }) => kind === 'free' && ends_at.epochMilliseconds > shown.page.now.epochMilliseconds)
      .map((stretch) => minutesOf(stretch, shown.page.now))
      .filter(({ start, end }) => end - start >= shortestFreeMinutes)
    const closed = closedBetween(
      own.filter(({ kind }) => kind === 'open').map((stretch) => minutesOf(stretch)),
      frame,
    )
    return [
      ...free.map((stretch) => eventOf(key, stretch, { title: words.free, tone: 'free' })),
      ...closed.map((stretch) => eventOf(key, stretch, { title: words.closed, tone: 'blocked' })),
    ]
  })
}

const eventOf = (
  column: string,
  { start, end }: Stretch,
  look: { readonly title: string; readonly tone: 'free' | 'blocked' },
): CalendarEvent => ({ column, startMinute: start, endMinute: end, ...look })

const stretchesShown = ({ scope, stretches }: Shown) =>
  scope.kind === 'week' ? stretches.filter((one) => one.practitioner_id === scope.practitioner.id) : stretches

const columnOf = ({ scope }: Shown, stretch: StretchRow) =>
  scope.kind === 'week' ? stretch.on_date.toString() : stretch.practitioner_id

/** What has passed of a free stretch is no longer free: it begins at the next quarter from now. */
function minutesOf({ starts_at, ends_at, on_date }: StretchRow, now?: Temporal.Instant): Stretch {
  const start = minuteOf(starts_at)
  const end = dayOf(ends_at).equals(on_date) ? minuteOf(ends_at) : 24 * 60
  if (!now || now.epochMilliseconds <= starts_at.epochMilliseconds) return { start, end }
  return { start: Math.ceil(minuteOf(now) / 15) * 15, end }
}

/** From the first opening to the last closing of what is shown, at least 8 to 16. */
function frameOf(stretches: readonly StretchRow[]): Stretch {
  const open = stretches.filter(({ kind }) => kind === 'open').map((stretch) => minutesOf(stretch))
  return {
    start: Math.min(8 * 60, ...open.map(({ start }) => start)),
    end: Math.max(16 * 60, ...open.map(({ end }) => end)),
  }
}
