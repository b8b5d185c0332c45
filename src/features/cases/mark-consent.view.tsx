import { Alert, Button, Form, Layout, Section } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { ConsentFields } from './consent-fields.view.tsx'
import { markConsentTexts } from './consent-pages.texts.ts'
import type { TreatmentRow } from './create-case.sql.ts'
import { DetailFields } from './detail-fields.view.tsx'
import type { ApprovalRow, CaseDetailRow } from './show-case.sql.ts'

/** `lacking`: what must be written again before the case can go anywhere. */
export type CaseToMark = CaseDetailRow & { readonly lacking: TreatmentRow['fields'] }
type Marking = { readonly found: CaseToMark; readonly approvals: readonly ApprovalRow[] }

export function markConsentView(page: Page, { found, approvals }: Marking, form: FormState) {
  const t = markConsentTexts[page.language]
  const caseId = found.id
  const [only, ...others] = approvals.flatMap(({ clinics }) => clinics)
  const goesAtOnce = only && others.length === 0 && !approvals.some(({ any_clinic }) => any_clinic)
  return (
    <Layout
      page={page}
      title={t.title}
      lead={t.lead}
      back={{ href: routes.case.show.href({ caseId }), label: t.back(found.case_number) }}
    >
      {goesAtOnce && (
        <Alert page={page} kind="info">
          <p>{t.oneClinic(only.name)}</p>
        </Alert>
      )}
      <Form page={page} form={form} action={routes.case.consent.create.href({ caseId })}>
        {found.lacking.length > 0 && (
          <Section title={t.writeAgain} lead={t.writeAgainText}>
            <DetailFields page={page} form={form} asked={found.lacking} />
          </Section>
        )}
        <ConsentFields page={page} form={form} />
        <Button>{t.mark}</Button>
      </Form>
    </Layout>
  )
}
