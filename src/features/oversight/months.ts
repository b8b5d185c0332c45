import type { Temporal } from '#kernel/time.ts'
import type { MonthCount } from './day-counts.sql.ts'

/** This month and those before it, the oldest first. */
export const lastMonths = (today: Temporal.PlainDate, count: number): readonly Temporal.PlainYearMonth[] =>
  Array.from({ length: count }, (_, at) => today.toPlainYearMonth().subtract({ months: count - 1 - at }))

const nothing = { given: 0, withdrawn: 0, accepted: 0, refused: 0 }

export type MonthFigures = typeof nothing & { readonly month: Temporal.PlainYearMonth }

/** Each month with its figures, also where nothing happened. */
export const fullMonths = (
  months: readonly Temporal.PlainYearMonth[],
  counted: readonly MonthCount[],
): readonly MonthFigures[] =>
  months.map((month) => ({
    ...nothing,
    ...counted.find((row) => row.month.toPlainYearMonth().equals(month)),
    month,
  }))
