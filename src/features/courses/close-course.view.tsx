import { Alert, Button, Form, Layout, RadioGroup, TextArea } from '#platform/design/index.ts'
import type { Html } from '#platform/html/jsx-runtime.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { ClinicCaseRow } from './clinic-case.sql.ts'
import { closeCourseTexts } from './close-course.texts.ts'
import { courseOutcomes } from './course-outcomes.ts'
import { courseTexts } from './courses.texts.ts'
import type { ClosingObstacle } from './obstacles.ts'

type ClosureProps = {
  readonly page: Page
  readonly row: ClinicCaseRow
  readonly form: FormState
  readonly obstacle: ClosingObstacle | null
}

export function closeCourseView({ page, row, form, obstacle }: ClosureProps): Html {
  const t = closeCourseTexts[page.language]
  const course = courseTexts[page.language]
  const params = { caseId: row.id }
  return (
    <Layout
      page={page}
      title={t.title}
      lead={t.lead(row.insurer_name)}
      back={{ href: routes.clinic.case.href(params), label: t.back }}
    >
      {obstacle ? (
        <Alert page={page} kind="warning" title={t.cannot}>
          <p>{obstacle.kind === 'closed' ? course.alreadyClosed : t.visitsAhead(obstacle.count)}</p>
        </Alert>
      ) : (
        <Form page={page} action={routes.clinic.closure.create.href(params)} form={form}>
          <RadioGroup
            page={page}
            form={form}
            name="outcome"
            label={t.outcome}
            options={courseOutcomes.map((value) => ({ value, label: course.outcomes[value] }))}
          />
          <TextArea
            page={page}
            form={form}
            name="summary"
            label={t.summary}
            hint={t.summaryHint}
            maxLength={2000}
            optional
          />
          <Button>{t.close}</Button>
        </Form>
      )}
    </Layout>
  )
}
