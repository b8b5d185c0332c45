import { formats } from '#kernel/format.ts'
import { dayOf } from '#kernel/time.ts'
import { type Column, Section, Table, Tag } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { isDue } from './is-due.ts'
import type { HoldInForceRow } from './legal-holds.sql.ts'
import { holdTexts } from './legal-holds.texts.ts'

/** Every hold at every insurer, for the operator's officer: which ground, since when, and whether anybody looks at it in time. */
export function HoldsInForce({ page, holds }: { readonly page: Page; readonly holds: readonly HoldInForceRow[] }) {
  const t = holdTexts[page.language]
  const overdue = holds.filter(({ review_on }) => isDue(review_on, page.now)).length
  return (
    <Section title={t.operatorTitle} id="holds">
      <p>{holds.length === 0 ? t.operatorNone : t.operatorSay(holds.length, overdue)}</p>
      {holds.length > 0 && (
        <Table caption={t.operatorTitle} captionHidden columns={columns(page, holds)} rows={holds} />
      )}
    </Section>
  )
}

function columns(page: Page, holds: readonly HoldInForceRow[]): readonly Column<HoldInForceRow>[] {
  const t = holdTexts[page.language]
  const { dateShort } = formats(page.language)
  return [
    { label: t.insurer, heads: true, cell: ({ insurer }) => insurer },
    { label: t.ground, cell: ({ reason }) => t.grounds[reason].short },
    { label: t.since, cell: ({ placed_at }) => dateShort(dayOf(placed_at)) },
    { label: t.reviewOn, cell: ({ review_on }) => (review_on ? dateShort(review_on) : t.waits) },
    {
      label: t.state,
      cell: ({ review_on }) =>
        isDue(review_on, page.now) ? <Tag tone="warning">{t.overdue}</Tag> : <Tag tone="neutral">{t.stands}</Tag>,
    },
    ...(holds.some(({ left_behind }) => left_behind) ? [{ label: t.left, cell: lookAt(page) }] : []),
  ]
}

/** The way to a hold whose insurer can no longer look at it. */
const lookAt = (page: Page) =>
  function LookAt({ left_behind: legalHoldId, insurer, reason, placed_at }: HoldInForceRow) {
    const t = holdTexts[page.language]
    if (!legalHoldId) return t.leftNot
    return (
      <a href={routes.legalHold.leftBehind.show.href({ legalHoldId })}>
        {t.look}
        <span class="visually-hidden">
          {t.lookAt(insurer, t.grounds[reason].short, formats(page.language).dateShort(dayOf(placed_at)))}
        </span>
      </a>
    )
  }
