import { formats } from '#kernel/format.ts'
import { Alert, Button, ButtonLink, ButtonRow, Card, EmptyState, Form, Layout } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { retentionTexts } from './retention.texts.ts'
import type { HandoverRow } from './take-over-journal.sql.ts'

export function handoversView(page: Page, waiting: readonly HandoverRow[], { takeFirst = false, mayTell = false }) {
  const t = retentionTexts[page.language]
  return (
    <Layout page={page} title={t.handoverTitle} lead={t.handoverLead}>
      {takeFirst && (
        <Alert page={page} kind="error">
          {t.confirmFirst}
        </Alert>
      )}
      {waiting.length === 0 && (
        <EmptyState title={t.noHandovers}>
          <p>{t.noHandoversText}</p>
        </EmptyState>
      )}
      {waiting.map((handover) => (
        <HandoverCard page={page} handover={handover} mayTell={mayTell} />
      ))}
    </Layout>
  )
}

function HandoverCard({ page, handover, mayTell }: { page: Page; handover: HandoverRow; mayTell: boolean }) {
  const t = retentionTexts[page.language]
  const caseId = handover.case_id
  return (
    <Card title={`${t.caseNumber} ${caseId.slice(0, 8)}`}>
      <p>
        {t.offered} {formats(page.language).dateTime(handover.offered_at)}
      </p>
      <ButtonRow>
        <ButtonLink href={routes.handover.take.href({ caseId })} kind="secondary">
          {t.take}
        </ButtonLink>
        <Form page={page} action={routes.handover.confirm.href({ caseId })}>
          <Button type="submit">{t.confirm}</Button>
        </Form>
      </ButtonRow>
      {mayTell && (
        <p>
          <a href={routes.clinic.authorities.form.href({ caseId })}>{t.authorities}</a>
        </p>
      )}
    </Card>
  )
}
