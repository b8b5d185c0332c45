import { Pagination, Section, Table } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { faultText, faultTexts } from './faults.texts.ts'
import { headingOf } from './import-columns.ts'
import type { FaultRow } from './import-faults.sql.ts'
import type { ImportRow } from './imports.sql.ts'
import { importsTexts } from './imports.texts.ts'

type Props = {
  readonly page: Page
  readonly found: ImportRow
  readonly faults: readonly FaultRow[]
  readonly pages: { readonly current: number; readonly total: number }
}

/** Each wrong cell by its row as the spreadsheet counts, its heading, and what to do about it. */
export const FaultList = ({ page, found, faults, pages }: Props) => {
  const t = importsTexts[page.language]
  const { wholeRow } = faultTexts[page.language]
  return (
    <Section title={t.errorsCaption}>
      <Table
        caption={t.errorsCaption}
        captionHidden
        rows={faults}
        columns={[
          { label: t.row, cell: (fault) => fault.row_number, heads: true },
          { label: t.column, cell: ({ column_key: key }) => (key === 'row' ? wholeRow : headingOf(key)) },
          {
            label: t.problem,
            cell: (fault) => faultText(page.language, { problem: fault.problem, otherRow: fault.other_row }),
          },
        ]}
      />
      <Pagination
        page={page}
        {...pages}
        href={(number) => routes.import.show.href({ importId: found.id }, { page: number })}
      />
    </Section>
  )
}
