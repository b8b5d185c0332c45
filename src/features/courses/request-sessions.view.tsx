import { Alert, Button, Form, Layout, TextArea, TextField } from '#platform/design/index.ts'
import type { Html } from '#platform/html/jsx-runtime.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { ClinicCaseRow } from './clinic-case.sql.ts'
import { approvalSentence, courseTexts } from './courses.texts.ts'
import type { AskingObstacle } from './obstacles.ts'
import { requestSessionsTexts } from './request-sessions.texts.ts'

type RequestProps = {
  readonly page: Page
  readonly row: ClinicCaseRow
  readonly form: FormState
  readonly refusal: AskingObstacle | null
}

export function requestSessionsView({ page, row, form, refusal }: RequestProps): Html {
  const t = requestSessionsTexts[page.language]
  const course = courseTexts[page.language]
  const params = { caseId: row.id }
  return (
    <Layout
      page={page}
      title={t.title}
      lead={t.lead(row.insurer_name, row.case_number)}
      back={{ href: routes.clinic.case.href(params), label: t.back }}
    >
      <p>{approvalSentence(page.language, row)}</p>
      {refusal ? (
        <Alert page={page} kind="warning" title={t.cannot}>
          <p>{refusal === 'closed' ? course.alreadyClosed : course.alreadyWaiting}</p>
        </Alert>
      ) : (
        <Form page={page} action={routes.clinic.requestSessions.create.href(params)} form={form}>
          <TextField
            page={page}
            form={form}
            name="sessions"
            label={t.sessions}
            hint={t.sessionsHint}
            width="short"
            inputMode="numeric"
          />
          <TextArea page={page} form={form} name="reason" label={t.reason} hint={t.reasonHint} maxLength={2000} />
          <p class="quiet">{t.told}</p>
          <Button>{t.send}</Button>
        </Form>
      )}
    </Layout>
  )
}
