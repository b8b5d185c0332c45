import type { NewCase, Treatment } from '#features/cases/index.ts'
import { maskCpr } from '#kernel/cpr.ts'
import { Section, Table } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { importsTexts } from './imports.texts.ts'

export type Preview = { readonly entries: readonly NewCase[]; readonly treatments: ReadonlyMap<string, Treatment> }

/** The first rows as they will be opened. Names are shown, so that a shifted column is seen; CPR numbers are not. */
export const PreviewTable = ({ page, preview }: { readonly page: Page; readonly preview: Preview }) => {
  const t = importsTexts[page.language]
  const nameOf = (code: string) => {
    const found = preview.treatments.get(code)
    return page.language === 'da' ? found?.name_da : found?.name_en
  }
  const title = t.preview(preview.entries.length)
  return (
    <Section title={title}>
      <Table
        caption={title}
        captionHidden
        rows={preview.entries}
        columns={[
          { label: t.caseNumber, cell: (one) => one.caseNumber, heads: true },
          { label: t.patient, cell: (one) => one.patient.name },
          { label: t.cpr, cell: (one) => maskCpr(one.patient.cpr) },
          { label: t.treatment, cell: (one) => nameOf(one.treatmentType) },
          { label: t.sessions, cell: (one) => one.approval.sessions, align: 'end' },
          { label: t.consentMarked, cell: (one) => (one.consent ? t.yes : t.no) },
        ]}
      />
    </Section>
  )
}
