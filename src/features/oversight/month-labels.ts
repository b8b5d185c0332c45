import { formats } from '#kernel/format.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Page } from '#platform/html/page.ts'

/** `november 2026`, and `nov` under the bars. */
export function monthLabels(page: Page, month: Temporal.PlainYearMonth): { label: string; short: string } {
  const label = formats(page.language).monthYear(month.toPlainDate({ day: 1 }))
  return { label, short: label.slice(0, 3) }
}
