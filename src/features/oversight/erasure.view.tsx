import type { RunRow } from '#features/retention/index.ts'
import { formats } from '#kernel/format.ts'
import { dayOf, type Temporal } from '#kernel/time.ts'
import { Chart, Section } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { keepingTexts } from './oversight.texts.ts'

export type ErasureFigures = { readonly runs: readonly RunRow[]; readonly nextRunAt: Temporal.Instant }

/** What each nightly run erased and what it kept because of what, the oldest first, and when the next begins. */
export function Erasure({
  page,
  figures: { runs, nextRunAt },
}: {
  readonly page: Page
  readonly figures: ErasureFigures
}) {
  const t = keepingTexts[page.language]
  const { dateTime } = formats(page.language)
  return (
    <Section title={t.erasure}>
      {runs.length === 0 ? <p>{t.noRuns}</p> : <Runs page={page} runs={runs} />}
      <p>{t.nextRun(dateTime(nextRunAt))}</p>
      <p>
        <a href={routes.retention.runs.href({})}>{t.seeRuns}</a>
      </p>
    </Section>
  )
}

function Runs({ page, runs }: { readonly page: Page; readonly runs: readonly RunRow[] }) {
  const t = keepingTexts[page.language]
  const { dateLong, dayMonth } = formats(page.language)
  const [held, journal] = ['legal-hold', 'journal-not-handed-over'] as const
  const last = runs[0]
  return (
    <Chart
      page={page}
      caption={t.runsChart}
      says={t.runsSay(
        runs.length,
        runs.reduce((sum, { erased }) => sum + erased, 0),
        (last?.kept[held] ?? 0) + (last?.kept[journal] ?? 0),
      )}
      heading={t.day}
      tableLabel={t.table}
      series={[
        { label: t.erased, look: 'full' },
        { label: t.keptFor[held], look: 'hollow' },
        { label: t.keptFor[journal], look: 'dotted' },
      ]}
      groups={runs.toReversed().map(({ started_at: at, erased, kept }) => ({
        label: dateLong(dayOf(at)),
        short: dayMonth(dayOf(at)),
        counts: [erased, kept[held] ?? 0, kept[journal] ?? 0],
      }))}
    />
  )
}
