import { isoWeek, Temporal } from '#kernel/time.ts'

/** `2026-W48` as its Monday; null for what is no ISO week. */
export function mondayOf(text: string | null): Temporal.PlainDate | null {
  const [, year, week] = /^(2\d{3})-W(\d{2})$/.exec(text ?? '') ?? []
  if (!year || !week) return null
  // The fourth of January always lies in week 1.
  const fourth = Temporal.PlainDate.from({ year: Number(year), month: 1, day: 4 })
  const monday = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: Number(week) - 1 })
  return weekText(monday) === text ? monday : null
}

/** The ISO week that holds the date, `2026-W48`. */
export function weekText(date: Temporal.PlainDate): string {
  const { year, week } = isoWeek(date)
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** From and until in minutes since midnight. */
export type Stretch = { readonly start: number; readonly end: number }

/** What is left of a day between two minutes when the open stretches are taken out. Stretches are in order and apart. */
export function closedBetween(open: readonly Stretch[], { start, end }: Stretch): Stretch[] {
  const closed: Stretch[] = []
  let at = start
  for (const stretch of open) {
    if (stretch.start > at) closed.push({ start: at, end: Math.min(stretch.start, end) })
    at = Math.max(at, stretch.end)
  }
  if (at < end) closed.push({ start: at, end })
  return closed
}
