import { Temporal } from '#kernel/time.ts'

export type DueWeek = { readonly monday: Temporal.PlainDate; readonly due: number; readonly isPast: boolean }

/** How many answers are due in each week, from the first that is late, or this one, until six weeks ahead. */
export function weeksOf(due: readonly Temporal.PlainDate[], today: Temporal.PlainDate): DueWeek[] {
  const mondayOf = (day: Temporal.PlainDate) => day.subtract({ days: day.dayOfWeek - 1 })
  const thisWeek = mondayOf(today)
  const mondays = due.map(mondayOf)
  const earliest = mondays.reduce((a, b) => (Temporal.PlainDate.compare(a, b) < 0 ? a : b), thisWeek)
  const latest = mondays.reduce((a, b) => (Temporal.PlainDate.compare(a, b) > 0 ? a : b), thisWeek.add({ weeks: 5 }))
  const count = Math.min(26, earliest.until(latest, { largestUnit: 'weeks' }).weeks + 1)
  return Array.from({ length: count }, (_, index) => {
    const monday = earliest.add({ weeks: index })
    return {
      monday,
      due: mondays.filter((one) => one.equals(monday)).length,
      isPast: Temporal.PlainDate.compare(monday, thisWeek) < 0,
    }
  })
}
