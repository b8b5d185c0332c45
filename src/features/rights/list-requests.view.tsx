import { formats } from '#kernel/format.ts'
import { dayOf } from '#kernel/time.ts'
import { ButtonLink, EmptyState, Layout, Section, Table } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { fieldWords } from './field-words.ts'
import type { FoundRequest } from './found-request.ts'
import { listRequestsTexts } from './list-requests.texts.ts'
import type { NoticeRow } from './requests.sql.ts'
import { rightTexts } from './rights.texts.ts'
import { Standing } from './standing.view.tsx'

type NamedRequest = { readonly row: FoundRequest; readonly name: string | null }
type Worklist = { readonly requests: readonly NamedRequest[]; readonly notices: readonly NoticeRow[] }

export function listRequestsView(page: Page, { requests, notices }: Worklist) {
  const t = listRequestsTexts[page.language]
  const waiting = requests.filter(({ row }) => row.answer === null).length
  return (
    <Layout page={page} title={t.title} lead={t.lead(waiting)} wide>
      <p>
        <ButtonLink href={routes.rights.register.form.href({})} kind="secondary">
          {t.register}
        </ButtonLink>
      </p>
      <Requests page={page} requests={requests} />
      {notices.length > 0 && <Notices page={page} notices={notices} />}
    </Layout>
  )
}

function Requests({ page, requests }: { readonly page: Page; readonly requests: readonly NamedRequest[] }) {
  const t = listRequestsTexts[page.language]
  const { dateShort } = formats(page.language)
  const called = ({ row: { right, field } }: NamedRequest) =>
    rightTexts[page.language].rights[right].name + (field ? `: ${fieldWords(field, page.language)}` : '')
  return (
    <Table
      caption={t.caption}
      captionHidden
      columns={[
        {
          label: t.request,
          heads: true,
          cell: (one) => <a href={routes.rights.show.href({ rightsRequestId: one.row.id })}>{called(one)}</a>,
        },
        { label: t.who, cell: ({ name }) => name ?? t.unknown },
        { label: t.caseNumber, cell: ({ row }) => row.case_number ?? '–' },
        { label: t.received, cell: ({ row }) => dateShort(dayOf(row.received_at)) },
        { label: t.status, cell: ({ row }) => <Standing page={page} request={row} /> },
      ]}
      rows={requests}
      empty={
        <EmptyState title={t.none} icon="file">
          {t.noneText}
        </EmptyState>
      }
    />
  )
}

function Notices({ page, notices }: { readonly page: Page; readonly notices: readonly NoticeRow[] }) {
  const t = listRequestsTexts[page.language]
  const { dateShort } = formats(page.language)
  return (
    <Section title={t.notices} lead={t.noticesLead}>
      <ul>
        {notices.map(({ right, controller_name, case_id, told_at }) => (
          <li>
            {t.notice(controller_name, t.noticeOf[right], dateShort(dayOf(told_at)))}{' '}
            {case_id && right === 'rectification' && (
              <a href={routes.clinic.case.href({ caseId: case_id })}>{t.seeCase}</a>
            )}
            {case_id && right === 'erasure' && <a href={routes.handover.list.href({})}>{t.seeJournal}</a>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
