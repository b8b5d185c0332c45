import { formats } from '#kernel/format.ts'
import { dayOf } from '#kernel/time.ts'
import { Alert, type Column, EmptyState, Layout, Table, Tag } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { isDue } from './is-due.ts'
import type { ListedHoldRow } from './legal-holds.sql.ts'
import { holdTexts } from './legal-holds.texts.ts'

export function listHoldsView(page: Page, holds: readonly ListedHoldRow[]) {
  const t = holdTexts[page.language]
  const due = holds.filter(({ review_on }) => isDue(review_on, page.now)).length
  return (
    <Layout page={page} title={t.listTitle} lead={t.listLead} wide>
      {due > 0 && <Alert page={page} kind="warning" title={t.toSee(due)} />}
      <Table
        caption={t.listTitle}
        captionHidden
        columns={columns(page)}
        rows={holds}
        empty={<EmptyState title={t.listNone}>{t.listNoneText}</EmptyState>}
      />
    </Layout>
  )
}

function columns(page: Page): readonly Column<ListedHoldRow>[] {
  const t = holdTexts[page.language]
  const { dateShort } = formats(page.language)
  return [
    {
      label: t.caseNumber,
      heads: true,
      cell: ({ case_id: caseId, case_number }) => <a href={routes.legalHold.show.href({ caseId })}>{case_number}</a>,
    },
    { label: t.ground, cell: ({ reason }) => t.grounds[reason].short },
    { label: t.since, cell: ({ placed_at }) => dateShort(dayOf(placed_at)) },
    { label: t.reviewOn, cell: ({ review_on }) => (review_on ? dateShort(review_on) : t.waits) },
    {
      label: t.state,
      cell: ({ review_on }) =>
        isDue(review_on, page.now) ? <Tag tone="warning">{t.due}</Tag> : <Tag tone="neutral">{t.stands}</Tag>,
    },
  ]
}
