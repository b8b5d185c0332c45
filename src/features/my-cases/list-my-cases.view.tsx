import { formats } from '#kernel/format.ts'
import { ButtonLink, ButtonRow, Card, EmptyState, Layout } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { listMyCasesTexts } from './list-my-cases.texts.ts'
import { canBook, sentenceOf, treatmentName } from './my-case-sentence.ts'
import type { MyCaseRow } from './my-cases.sql.ts'

export function listMyCasesView(page: Page, cases: readonly MyCaseRow[]) {
  const t = listMyCasesTexts[page.language]
  return (
    <Layout page={page} title={t.title} lead={cases.length > 0 ? t.lead : null}>
      {cases.length === 0 && (
        <EmptyState title={t.emptyTitle} icon="info">
          {t.emptyText}
        </EmptyState>
      )}
      {cases.map((row) => (
        <CaseCard page={page} row={row} />
      ))}
    </Layout>
  )
}

function CaseCard({ page, row }: { page: Page; row: MyCaseRow }) {
  const t = listMyCasesTexts[page.language]
  const { weekdayDateTime } = formats(page.language)
  const treatment = treatmentName(row, page.language)
  const see = (
    <ButtonLink href={routes.my.case.href({ caseId: row.id })} kind="secondary">
      {t.see(treatment.toLowerCase())}
    </ButtonLink>
  )
  return (
    <Card title={treatment} tone={row.next_at ? 'accent' : 'plain'}>
      <p>{sentenceOf(row, page.language, page.now)}</p>
      {row.next_at && row.next_id && row.next_clinic && (
        <p>
          <a href={routes.my.appointment.show.href({ appointmentId: row.next_id })}>
            {t.next(weekdayDateTime(row.next_at), row.next_clinic)}
          </a>
        </p>
      )}
      <ButtonRow>
        {canBook(row) && <ButtonLink href={routes.my.times.href({ caseId: row.id })}>{t.findTime}</ButtonLink>}
        {see}
      </ButtonRow>
      <p>{t.from(row.insurer_name, row.case_number)}</p>
    </Card>
  )
}
