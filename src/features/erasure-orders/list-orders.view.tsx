import { formats } from '#kernel/format.ts'
import { type Column, EmptyState, Layout, Table, Tag } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { OrderRow } from './erasure-orders.sql.ts'
import { orderTexts } from './erasure-orders.texts.ts'

export function listOrdersView(page: Page, orders: readonly OrderRow[]) {
  const t = orderTexts[page.language]
  return (
    <Layout page={page} title={t.listTitle} lead={t.listLead} wide>
      <Table
        caption={t.listTitle}
        captionHidden
        columns={columns(page)}
        rows={orders}
        empty={<EmptyState title={t.none}>{t.noneText}</EmptyState>}
      />
    </Layout>
  )
}

function columns(page: Page): readonly Column<OrderRow>[] {
  const t = orderTexts[page.language]
  const { dateTime } = formats(page.language)
  return [
    // The end of an id: its beginning is the time, which two orders may share.
    { label: t.order, heads: true, cell: ({ id }) => id.slice(-8) },
    {
      label: t.caseNumber,
      cell: ({ case_id: caseId, case_number }) =>
        caseId && case_number ? <a href={routes.erasureOrder.form.href({ caseId })}>{case_number}</a> : t.caseGone,
    },
    { label: t.why, cell: ({ reason }) => t.reasons[reason] },
    {
      label: t.given,
      cell: ({ ordered_at, ordered_by_name }) =>
        ordered_by_name ? t.givenBy(dateTime(ordered_at), ordered_by_name) : dateTime(ordered_at),
    },
    { label: t.state, cell: (order) => <State page={page} order={order} /> },
  ]
}

function State({ page, order }: { readonly page: Page; readonly order: OrderRow }) {
  const t = orderTexts[page.language]
  if (order.carried_out_at)
    return <Tag tone="success">{t.carriedOut(formats(page.language).dateTime(order.carried_out_at))}</Tag>
  if (order.withdrawn_at) return <Tag>{t.withdrawn}</Tag>
  return <Tag tone="warning">{order.journals.length > 0 ? t.forJournals(order.journals.join(', ')) : t.waiting}</Tag>
}
