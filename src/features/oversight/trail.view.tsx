import type { TrailStanding } from '#features/audit/index.ts'
import type { LogSweepRow } from '#features/retention/index.ts'
import { formats } from '#kernel/format.ts'
import type { Temporal } from '#kernel/time.ts'
import { Alert, Section, SummaryList } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { keepingTexts } from './oversight.texts.ts'

export type TrailFigures = {
  readonly trail: TrailStanding
  readonly logSweep: LogSweepRow | null
  readonly now: Temporal.Instant
}
type Props = { readonly page: Page; readonly figures: TrailFigures }

const staleAfterHours = 48

/** When the audit trail was last stated and checked, and the access logs cleared: that it happened is part of the promise (X3, T6.3). */
export function Trail({ page, figures }: Props) {
  const t = keepingTexts[page.language]
  const { dateTime, number } = formats(page.language)
  const { trail, logSweep } = figures
  return (
    <Section title={t.trail}>
      <TrailAlert page={page} figures={figures} />
      <SummaryList
        items={[
          {
            label: t.checked,
            value:
              trail.checked_at && trail.findings === 0
                ? t.checkedValue(dateTime(trail.checked_at), number(trail.checked_links ?? 0))
                : trail.checked_at
                  ? dateTime(trail.checked_at)
                  : t.never,
          },
          {
            label: t.stated,
            value: trail.stated_at
              ? t.statedValue(dateTime(trail.stated_at), number(trail.stated_links ?? 0))
              : t.never,
          },
          {
            label: t.logs,
            value: logSweep
              ? t.logsValue(dateTime(logSweep.swept_at), logSweep.files_erased, logSweep.files_kept)
              : t.never,
          },
        ]}
      />
    </Section>
  )
}

function TrailAlert({ page, figures: { trail, now } }: Props) {
  const t = keepingTexts[page.language]
  const { checked_at: checkedAt, findings } = trail
  if (!checkedAt) return null
  if (findings) {
    return (
      <Alert page={page} kind="error" title={t.broken}>
        <p>{t.brokenText(findings, formats(page.language).dateTime(checkedAt))}</p>
      </Alert>
    )
  }
  if (checkedAt.add({ hours: staleAfterHours }).epochMilliseconds >= now.epochMilliseconds) return null
  return (
    <Alert page={page} kind="warning" title={t.stale}>
      <p>{t.staleText}</p>
    </Alert>
  )
}
