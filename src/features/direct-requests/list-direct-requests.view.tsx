import { rightTexts, Standing } from '#features/rights/index.ts'
import { formats } from '#kernel/format.ts'
import { dayOf } from '#kernel/time.ts'
import { ButtonLink, EmptyState, Layout, Table } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { directTexts } from './direct.texts.ts'
import type { DirectRow } from './direct-requests.sql.ts'
import { listDirectTexts } from './list-direct-requests.texts.ts'

type Listed = { readonly row: DirectRow; readonly who: string | null }

export function listDirectView(page: Page, requests: readonly Listed[], canRegister: boolean) {
  const t = listDirectTexts[page.language]
  const { dateShort } = formats(page.language)
  const waiting = requests.filter(({ row }) => row.answer === null).length
  return (
    <Layout page={page} title={t.title} lead={t.lead(waiting)} wide>
      {canRegister && (
        <p>
          <ButtonLink href={routes.directRequest.register.form.href({})} kind="secondary">
            {t.register}
          </ButtonLink>
        </p>
      )}
      <Table
        caption={t.caption}
        captionHidden
        columns={[
          {
            label: t.request,
            heads: true,
            cell: ({ row }) => (
              <a href={routes.directRequest.show.href({ rightsRequestId: row.id })}>{directName(page, row)}</a>
            ),
          },
          { label: t.who, cell: ({ who }) => who ?? t.unknown },
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
    </Layout>
  )
}

/** `Få rettet en fejl: Min e-mail`. */
export const directName = (page: Page, { right, field }: Pick<DirectRow, 'right' | 'field'>): string =>
  rightTexts[page.language].rights[right].name + (field ? `: ${directTexts[page.language].fields[field]}` : '')
