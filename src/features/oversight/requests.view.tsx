import { nearness, type RightsFigures } from '#features/rights/index.ts'
import { Alert, Chart } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { monthLabels } from './month-labels.ts'
import { oversightTexts } from './oversight.texts.ts'

/** What waits, by the days that are left, and whether what was answered was in time. */
export function Requests({ page, rights }: { readonly page: Page; readonly rights: RightsFigures }) {
  const t = oversightTexts[page.language]
  const { open, answered } = rights
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
  return (
    <>
      {open.late > 0 && (
        <Alert page={page} kind="warning" title={t.late}>
          <p>{t.lateText(open.late)}</p>
        </Alert>
      )}
      <Chart
        caption={t.openChart}
        says={t.openSay(sum(Object.values(open)), open.late)}
        heading={t.daysLeft}
        tableLabel={t.table}
        series={[{ label: t.openRequests, look: 'full' }]}
        groups={nearness.map((near) => ({ ...t.near[near], values: [open[near]] }))}
      />
      <p>
        <a href={routes.rights.overview.href({})}>{t.seeRequests}</a>
      </p>
      <Chart
        caption={t.answeredChart}
        says={t.answeredSay(sum(answered.map(({ inTime }) => inTime)), sum(answered.map(({ late }) => late)))}
        heading={t.month}
        tableLabel={t.table}
        series={[
          { label: t.inTime, look: 'full' },
          { label: t.tooLate, look: 'hollow' },
        ]}
        groups={answered.map(({ month, inTime, late }) => ({ ...monthLabels(page, month), values: [inTime, late] }))}
      />
    </>
  )
}
