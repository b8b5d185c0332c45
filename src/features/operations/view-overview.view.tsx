import { formats } from '#kernel/format.ts'
import { Alert, Chart, Layout, Section, SummaryList } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { DayCount, Figures } from './operations.sql.ts'
import { overviewTexts } from './operations.texts.ts'

export function overviewView(page: Page, { figures, days }: { figures: Figures; days: readonly DayCount[] }) {
  const t = overviewTexts[page.language]
  const { dateTime, number } = formats(page.language)
  const { jobs_waiting: waiting, oldest_job_at: oldest } = figures
  return (
    <Layout page={page} title={t.title} lead={t.lead}>
      <Health page={page} parked={figures.jobs_parked} />
      <Section title={t.figures}>
        <SummaryList
          items={[
            { label: t.insurers, value: number(figures.insurers) },
            { label: t.clinics, value: number(figures.clinics) },
            { label: t.users, value: number(figures.users) },
            { label: t.cases, value: number(figures.cases) },
            { label: t.waiting, value: oldest ? t.waitingSince(waiting, dateTime(oldest)) : number(waiting) },
          ]}
        />
      </Section>
      <Section title={t.chart}>
        <CasesByDay page={page} days={days} />
      </Section>
    </Layout>
  )
}

const Health = ({ page, parked }: { page: Page; parked: number }) => {
  const t = overviewTexts[page.language]
  if (parked === 0) {
    return (
      <Alert page={page} kind="success" title={t.health}>
        <p>{t.healthy}</p>
      </Alert>
    )
  }
  return (
    <Alert page={page} kind="warning" title={t.health}>
      <p>
        {t.parked(parked)} <a href={routes.operator.parkedJobs.href({})}>{t.seeParked}</a>
      </p>
    </Alert>
  )
}

const CasesByDay = ({ page, days }: { page: Page; days: readonly DayCount[] }) => {
  const t = overviewTexts[page.language]
  const { dayMonth, dateLong } = formats(page.language)
  const total = days.reduce((sum, { opened }) => sum + opened, 0)
  const busiest = days.toSorted((a, b) => b.opened - a.opened)[0]
  return (
    <Chart
      page={page}
      caption={t.chart}
      says={t.chartText(total, busiest?.opened ?? 0, busiest ? dayMonth(busiest.day) : '')}
      heading={t.day}
      tableLabel={t.table}
      series={[{ label: t.opened, look: 'full' }]}
      groups={days.map(({ day, opened }) => ({ label: dateLong(day), short: dayMonth(day), counts: [opened] }))}
    />
  )
}
