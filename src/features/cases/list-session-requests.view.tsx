import { formats } from '#kernel/format.ts'
import { type Column, EmptyState, Layout, Table, Tag } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { SessionRequestRow } from './session-requests.sql.ts'
import { sessionRequestTexts } from './session-requests.texts.ts'

type Named = SessionRequestRow & { readonly name: string | null }

export function listSessionRequestsView(page: Page, rows: readonly Named[]) {
  const t = sessionRequestTexts[page.language]
  return (
    <Layout page={page} title={t.title} lead={t.lead} wide>
      <Table
        caption={t.caption}
        captionHidden
        columns={columns(page)}
        rows={rows}
        empty={<EmptyState title={t.none}>{t.noneText}</EmptyState>}
      />
    </Layout>
  )
}

function columns(page: Page): readonly Column<Named>[] {
  const t = sessionRequestTexts[page.language]
  return [
    {
      label: t.patient,
      heads: true,
      cell: ({ id, name }) =>
        name ? <a href={routes.sessionRequest.show.href({ requestId: id })}>{name}</a> : t.erased,
    },
    { label: t.clinic, cell: ({ clinic_name }) => clinic_name },
    { label: t.asked, cell: ({ sessions }) => t.askedFor(sessions) },
    { label: t.sent, cell: ({ requested_at }) => formats(page.language).dateTime(requested_at) },
    { label: t.state, cell: (row) => <RequestState page={page} row={row} /> },
  ]
}

function RequestState({ page, row }: { page: Page; row: SessionRequestRow }) {
  const t = sessionRequestTexts[page.language]
  if (!row.answered_at) return <Tag tone="warning">{t.waiting}</Tag>
  return row.granted === null ? <Tag>{t.refused}</Tag> : <Tag tone="success">{t.granted}</Tag>
}
