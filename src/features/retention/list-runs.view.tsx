import { formats } from '#kernel/format.ts'
import { EmptyState, Layout, Table } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { retentionTexts } from './retention.texts.ts'
import type { KeptBecause } from './retention.ts'
import type { RunRow } from './sweep-cases.sql.ts'
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
            { label: t.due, cell: (run: RunRow) => String(run.due) },
            { label: t.erased, cell: (run: RunRow) => String(run.erased) },
            { label: t.kept, cell: (run: RunRow) => keptInWords(page, run) },
          ]}
          rows={runs}
        />
      )}
    </Layout>
  )
}

function keptInWords(page: Page, { kept }: RunRow): string {
  const t = retentionTexts[page.language]
  const said = Object.entries(kept).map(([reason, count]) => `${count}: ${t.reasons[reason as KeptBecause]}`)
  return said.join('; ') || t.keptNone
}
