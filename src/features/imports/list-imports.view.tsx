import { formats } from '#kernel/format.ts'
import { EmptyState, Layout, Table, Tag, type Tone } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { ImportRow, ImportState } from './imports.sql.ts'
import { importsTexts } from './imports.texts.ts'
import { NewFileLink } from './upload-file.view.tsx'

const tones: Readonly<Record<ImportState, Tone>> = {
  checking: 'info',
  'has-errors': 'warning',
  ready: 'info',
  importing: 'info',
  imported: 'success',
  'check-failed': 'danger',
  'import-failed': 'danger',
  'not-allowed': 'warning',
  expired: 'neutral',
}

export function listImportsView(page: Page, imports: readonly ImportRow[]) {
  const t = importsTexts[page.language]
  const { dateTime, number } = formats(page.language)
  return (
    <Layout page={page} title={t.listTitle} lead={t.listLead} wide>
      <p>
        <NewFileLink page={page} />
      </p>
      <Table
        caption={t.caption}
        rows={imports}
        empty={
          <EmptyState icon="file" title={t.none}>
            {t.noneText}
          </EmptyState>
        }
        columns={[
          {
            label: t.when,
            heads: true,
            cell: ({ id, uploaded_at: at }) => <a href={routes.import.show.href({ importId: id })}>{dateTime(at)}</a>,
          },
          { label: t.who, cell: (one) => one.uploaded_by_name },
          { label: t.rows, cell: (one) => number(one.rows_total), align: 'end' },
          { label: t.state, cell: ({ state }) => <Tag tone={tones[state]}>{t.states[state]}</Tag> },
        ]}
      />
    </Layout>
  )
}
