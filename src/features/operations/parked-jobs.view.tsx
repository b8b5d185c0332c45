import { formats } from '#kernel/format.ts'
import { Button, EmptyState, Form, Layout, Table } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { maskedError } from './masked-error.ts'
import type { ParkedJobRow } from './operations.sql.ts'
import { parkedTexts } from './operations.texts.ts'

/** Of a job that the gate refused, the queue keeps the kind of its error; its attempts were not used but taken away. */
const isRefused = ({ last_error: error }: ParkedJobRow) => error === 'JobRefused'

export function parkedJobsView(page: Page, jobs: readonly ParkedJobRow[]) {
  const t = parkedTexts[page.language]
  const { dateTime } = formats(page.language)
  return (
    <Layout page={page} title={t.title} lead={t.lead} wide>
      <Table
        caption={t.caption}
        captionHidden
        columns={[
          { label: t.task, heads: true, cell: ({ task }) => task },
          { label: t.attempts, cell: (job) => (isRefused(job) ? '–' : job.attempts) },
          { label: t.parkedAt, cell: ({ parked_at: at }) => dateTime(at) },
          {
            label: t.error,
            cell: (job) => (isRefused(job) ? t.refused : maskedError(job.last_error)),
          },
          { label: t.actions, cell: (job) => <Buttons page={page} job={job} /> },
        ]}
        rows={jobs}
        empty={<EmptyState title={t.none} icon="check" />}
      />
    </Layout>
  )
}

const Buttons = ({ page, job }: { page: Page; job: ParkedJobRow }) => {
  const t = parkedTexts[page.language]
  const which = <span class="visually-hidden">{t.which(job.task, job.id)}</span>
  return (
    <Form page={page} action={routes.operator.retryJob.href({ job: job.id })} class="button-row">
      <Button kind="secondary">
        {t.retry}
        {which}
      </Button>
      <Button kind="quiet" formAction={routes.operator.discardJob.href({ job: job.id })}>
        {t.discard}
        {which}
      </Button>
    </Form>
  )
}
