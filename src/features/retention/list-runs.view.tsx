import { formats } from '#kernel/format.ts'
import { EmptyState, Layout, Table } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { doneInWords, keptInWords, runKindInWords } from './report.texts.ts'
import { retentionTexts } from './retention.texts.ts'
import type { RunRow } from './runs.sql.ts'
import type { LogSweepRow } from './sweep-logs.sql.ts'

export function runsView(page: Page, runs: readonly RunRow[], logs: LogSweepRow | null) {
  const t = retentionTexts[page.language]
  const { dateTime } = formats(page.language)
  return (
    <Layout page={page} title={t.runsTitle} lead={t.runsLead} wide>
      {logs && <p>{t.logsSwept(dateTime(logs.swept_at), logs.files_erased)}</p>}
      {runs.length === 0 ? (
        <EmptyState title={t.noRuns}>
          <p>{t.noRunsText}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t.runsTitle}
          columns={[
            { label: t.started, cell: (run: RunRow) => dateTime(run.started_at), heads: true },
            { label: t.ended, cell: (run: RunRow) => (run.ended_at ? dateTime(run.ended_at) : t.running) },
            { label: t.what, cell: (run: RunRow) => whatOf(page, run) },
            { label: t.due, cell: (run: RunRow) => (run.kind === 'cases' ? String(run.due) : '–') },
            { label: t.erased, cell: (run: RunRow) => erasedBy(page, run) },
            { label: t.kept, cell: (run: RunRow) => keptInWords(run.kept_until, page.language) },
          ]}
          rows={runs}
        />
      )}
    </Layout>
  )
}

function whatOf(page: Page, { kind, organisation_name: whose }: RunRow): string {
  const what = runKindInWords(kind, page.language)
  return whose ? `${what}: ${whose}` : what
}

const erasedBy = (page: Page, { kind, erased, done }: RunRow): string =>
  doneInWords(kind === 'cases' ? { erasedCases: erased } : done, page.language)
