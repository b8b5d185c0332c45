import { formats } from '#kernel/format.ts'
import { Layout, SummaryList } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { FaultList } from './fault-list.view.tsx'
import type { FaultRow } from './import-faults.sql.ts'
import { Standing } from './import-standing.view.tsx'
import type { ImportRow } from './imports.sql.ts'
import { importsTexts } from './imports.texts.ts'
import { type Preview, PreviewTable } from './preview-table.view.tsx'

type Shown = {
  readonly found: ImportRow
  readonly isFollowed: boolean
  readonly faults: readonly FaultRow[]
  readonly pages: { readonly current: number; readonly total: number }
  readonly preview: Preview | null
}

export function showImportView(page: Page, shown: Shown) {
  const t = importsTexts[page.language]
  const { found } = shown
  const { dateTime, number } = formats(page.language)
  const title = t.title(dateTime(found.uploaded_at))
  const isChecked = found.state !== 'checking' && found.state !== 'check-failed'
  return (
    <Layout page={page} title={title} wide back={{ href: routes.import.list.href({}), label: t.back }}>
      <Standing page={page} found={found} isFollowed={shown.isFollowed} />
      <SummaryList
        items={[
          { label: t.uploadedBy, value: found.uploaded_by_name },
          { label: t.total, value: number(found.rows_total) },
          isChecked && { label: t.wrongRows, value: number(found.rows_wrong) },
          isChecked && found.rows_wrong === 0 && { label: t.withConsent, value: number(found.rows_with_consent) },
          isChecked &&
            found.rows_wrong === 0 && {
              label: t.withoutConsent,
              value: number(found.rows_total - found.rows_with_consent),
            },
        ]}
      />
      {shown.preview && <PreviewTable page={page} preview={shown.preview} />}
      {found.state === 'has-errors' && <FaultList page={page} {...shown} />}
    </Layout>
  )
}
