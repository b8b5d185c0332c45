import { Alert, Button, Form, Layout, Section } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import type { AskedConsent } from '#policy/consent-form.ts'
import { routes } from '#src/routes.ts'
import type { CaseToMark } from './case-to-mark.ts'
import { ConsentFields } from './consent-fields.view.tsx'
import { markConsentTexts } from './consent-pages.texts.ts'
import { DetailFields } from './detail-fields.view.tsx'
import type { ApprovalRow } from './show-case.sql.ts'

type Marking = {
  readonly found: CaseToMark
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
        {found.lacking.length > 0 && (
          <Section title={t.writeAgain} lead={t.writeAgainText}>
            <DetailFields page={page} form={form} asked={found.lacking} />
          </Section>
        )}
        <ConsentFields page={page} form={form} asked={asked} />
        <Button>{t.mark}</Button>
      </Form>
    </Layout>
  )
}
