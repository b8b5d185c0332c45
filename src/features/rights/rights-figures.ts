import { startOfDay, Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { deadlineOf } from './deadline.ts'
import { type AnswersRow, answersSince } from './rights-figures.sql.ts'
import { courseOf } from './standing.view.tsx'
import { openRequests } from './view-deadlines.sql.ts'

/** How near the deadline an open request is; `paused` while it stands still. */
export const nearness = ['late', 'week', 'fortnight', 'month', 'later', 'paused'] as const
export type Nearness = (typeof nearness)[number]

export type AnsweredMonth = { readonly month: Temporal.PlainYearMonth; readonly inTime: number; readonly late: number }
export type RightsFigures = {
  readonly open: Readonly<Record<Nearness, number>>
  readonly answered: readonly AnsweredMonth[]
}

/** What waits, by the days that are left, and what was answered in each of these months. Figures, for the operator. */
export async function rightsFigures(
  reader: Reader,
  today: Temporal.PlainDate,
  months: readonly Temporal.PlainYearMonth[],
): Promise<RightsFigures> {
  const first = months[0] ?? today.toPlainYearMonth()
  const answers = await answersSince(reader, startOfDay(first.toPlainDate({ day: 1 })))
  const waiting = (await openRequests(reader)).map((row) => nearnessOf(deadlineOf(courseOf(row)), today))
  return {
    open: Object.fromEntries(
      nearness.map((near) => [near, waiting.filter((one) => one === near).length]),
    ) as RightsFigures['open'],
    answered: months.map((month) => monthOf(answers, month)),
  }
}

export function nearnessOf(due: Temporal.PlainDate | null, today: Temporal.PlainDate): Nearness {
  if (!due) return 'paused'
  const { days } = today.until(due, { largestUnit: 'days' })
  if (days < 0) return 'late'
  if (days <= 7) return 'week'
  if (days <= 14) return 'fortnight'
  return days <= 31 ? 'month' : 'later'
}

function monthOf(answers: readonly AnswersRow[], month: Temporal.PlainYearMonth): AnsweredMonth {
  const given = answers.filter(({ answered_on: on }) => on.toPlainYearMonth().equals(month))
  const count = (rows: readonly AnswersRow[]) => rows.reduce((sum, { answers: of }) => sum + of, 0)
  return { month, inTime: count(given.filter(wasInTime)), late: count(given.filter((row) => !wasInTime(row))) }
}

function wasInTime({ received_on: receivedOn, identified_on: identifiedOn, extended, answered_on: on }: AnswersRow) {
  const due = deadlineOf({
    receivedAt: startOfDay(receivedOn),
    identifiedAt: startOfDay(identifiedOn),
    isExtended: extended,
  })
  return due !== null && Temporal.PlainDate.compare(on, due) <= 0
}
