import { nearness, type RightsFigures } from '#features/rights/index.ts'
import { Alert, Chart, Section } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { monthLabels } from './month-labels.ts'
import { oversightTexts } from './oversight.texts.ts'

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)

/** What waits, by the days that are left. */
export function OpenRequests({ page, open }: { readonly page: Page; readonly open: RightsFigures['open'] }) {
  const t = oversightTexts[page.language]
  return (
    <Section title={t.open}>
      {open.late > 0 && (
        <Alert page={page} kind="warning" title={t.late}>
          <p>{t.lateText(open.late)}</p>
        </Alert>
      )}
      <Chart
        page={page}
        caption={t.openChart}
        says={t.openSay(sum(Object.values(open)), open.late)}
        heading={t.daysLeft}
        tableLabel={t.table}
        series={[{ label: t.openRequests, look: 'full' }]}
        groups={nearness.map((near) => ({ ...t.near[near], counts: [open[near]] }))}
      />
      <p>
        <a href={routes.rights.overview.href({})}>{t.seeRequests}</a>
      </p>
    </Section>
  )
}

/** Whether what was answered was in time. */
export function AnsweredRequests({
  page,
  answered,
}: {
  readonly page: Page
  readonly answered: RightsFigures['answered']
}) {
  const t = oversightTexts[page.language]
  return (
    <Section title={t.answered}>
      <Chart
        page={page}
        caption={t.answeredChart}
        says={t.answeredSay(sum(answered.map(({ inTime }) => inTime)), sum(answered.map(({ late }) => late)))}
        heading={t.month}
        tableLabel={t.table}
        series={[
          { label: t.inTime, look: 'full' },
          { label: t.tooLate, look: 'hollow' },
        ]}
        groups={answered.map(({ month, inTime, late }) => ({ ...monthLabels(page, month), counts: [inTime, late] }))}
      />
    </Section>
  )
}
