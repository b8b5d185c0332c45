import { formats } from '#kernel/format.ts'
import { Alert, Details, Layout, Section, SummaryList, Table } from '#platform/design/index.ts'
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

/** The picture and the same figures as a table; the sentence says what one should see. */
const CasesByDay = ({ page, days }: { page: Page; days: readonly DayCount[] }) => {
  const t = overviewTexts[page.language]
  const { dayMonth, dateLong } = formats(page.language)
  const total = days.reduce((sum, { opened }) => sum + opened, 0)
  const busiest = days.toSorted((a, b) => b.opened - a.opened)[0]
  return (
    <>
      <p>{t.chartText(total, busiest?.opened ?? 0, busiest ? dayMonth(busiest.day) : '')}</p>
      {total > 0 && <Bars days={days} labelOf={dayMonth} />}
      <Details summary={t.table}>
        <Table
          caption={t.chart}
          captionHidden
          columns={[
            { label: t.day, heads: true, cell: ({ day }) => dateLong(day) },
            { label: t.opened, align: 'end', cell: ({ opened }) => opened },
          ]}
          rows={days.toReversed()}
        />
      </Details>
    </>
  )
}

const [width, height, floor] = [600, 180, 150]

const Bars = ({ days, labelOf }: { days: readonly DayCount[]; labelOf: (day: DayCount['day']) => string }) => {
  const step = width / days.length
  const most = Math.max(1, ...days.map(({ opened }) => opened))
  const [first, last] = [days[0], days.at(-1)]
  const tall = (opened: number) => (opened / most) * (floor - 20)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      <line x1={0} y1={22} x2={width} y2={22} stroke="#cdd8d9" stroke-dasharray="4 4" />
      <text x={0} y={16} font-size={20} fill="currentColor">
        {most}
      </text>
      {days.map(({ opened }, index) => (
        <rect
          x={index * step + 3}
          y={floor - tall(opened)}
          width={step - 6}
          height={tall(opened)}
          rx={2}
          fill="#1d6a79"
        />
      ))}
      <line x1={0} y1={floor} x2={width} y2={floor} stroke="currentColor" />
      {first && (
        <text x={0} y={floor + 24} font-size={20} fill="currentColor">
          {labelOf(first.day)}
        </text>
      )}
      {last && (
        <text x={width} y={floor + 24} font-size={20} text-anchor="end" fill="currentColor">
          {labelOf(last.day)}
        </text>
      )}
    </svg>
  )
}
