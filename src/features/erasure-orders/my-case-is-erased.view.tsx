import { formats } from '#kernel/format.ts'
import type { Temporal } from '#kernel/time.ts'
import { Alert } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { orderTexts } from './erasure-orders.texts.ts'
import { earliestDayAfter } from './erasure-orders.ts'

type Ordered = { readonly page: Page; readonly orderedAt: Temporal.Instant | null }

/** That the insurer has the case erased, for the person it is about, in time to take a copy home. */
export function MyCaseIsErased({ page, orderedAt }: Ordered) {
  const t = orderTexts[page.language]
  if (!orderedAt) return null
  return (
    <Alert page={page} kind="warning" title={t.mineTitle}>
      <p>{t.mine(formats(page.language).dateLong(earliestDayAfter(orderedAt)))}</p>
      <p>{t.mineJournal}</p>
      <p>
        <a href={routes.my.download.page.href({})}>{t.mineCopy}</a>
      </p>
    </Alert>
  )
}
