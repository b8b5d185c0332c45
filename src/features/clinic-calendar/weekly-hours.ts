import { ok, problem, type Result } from '#kernel/result.ts'
import type { ClockTime } from '#kernel/time.ts'

/** From and until on the clock, the end exclusive. */
export type Interval = { readonly opens: ClockTime; readonly closes: ClockTime }

export type HoursProblem = 'unreadable' | 'backwards' | 'overlapping'

const interval = /^(\d{1,2})(?:[.:](\d{2}))?(?:-|–)(\d{1,2})(?:[.:](\d{2}))?$/

/** Reads `8-12 og 13-16.30` as people write it; empty is closed. At most four intervals, in order and apart. */
export function readHours(typed: string): Result<readonly Interval[], HoursProblem> {
  const parts = typed
    .replace(/\s*(-|–)\s*/g, '$1')
    .split(/\s*(?:,|;|\bog\b|\band\b|\s)\s*/)
    .filter((part) => part !== '')
  const intervals: Interval[] = []
  for (const part of parts) {
    const [, ...times] = interval.exec(part) ?? []
    const [opens, closes] = [clock(times[0], times[1]), clock(times[2], times[3])]
    if (!opens || !closes || intervals.length === 4) return problem('unreadable')
    if (closes <= opens) return problem('backwards')
    intervals.push({ opens, closes })
  }
  const inOrder = intervals.toSorted((a, b) => (a.opens < b.opens ? -1 : 1))
  const overlap = inOrder.some(({ opens }, index) => index > 0 && opens < inOrder[index - 1]!.closes)
  return overlap ? problem('overlapping') : ok(inOrder)
}

function clock(hour: string | undefined, minute = '00'): ClockTime | null {
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null
  return `${hour.padStart(2, '0')}:${minute}`
}

/** Intervals as they are typed: `8.00-12.00 og 13.00-16.00`. */
export const writeHours = (intervals: readonly Interval[], and: string): string =>
  intervals.map(({ opens, closes }) => `${shown(opens)}–${shown(closes)}`).join(` ${and} `)

const shown = (time: string) => time.replace(/^0/, '').replace(':', '.')
