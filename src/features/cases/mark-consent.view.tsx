import { Alert, Button, Form, Layout } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import type { AskedConsent } from '#policy/consent-form.ts'
import { routes } from '#src/routes.ts'
import { ConsentFields } from './consent-fields.view.tsx'
import { markConsentTexts } from './consent-pages.texts.ts'
import type { ApprovalRow, CaseDetailRow } from './show-case.sql.ts'

type Marking = {
  readonly found: CaseDetailRow
  readonly approvals: readonly ApprovalRow[]
  readonly asked: AskedConsent
}

export function markConsentView(page: Page, { found, approvals, asked }: Marking, form: FormState) {
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
        <ConsentFields page={page} form={form} asked={asked} />
        <Button>{t.mark}</Button>
      </Form>
    </Layout>
  )
}
