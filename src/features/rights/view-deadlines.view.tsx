import { formats } from '#kernel/format.ts'
import { dayOf, Temporal } from '#kernel/time.ts'
import { Alert, Details, EmptyState, Layout, Section, Table, Tag } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { rightTexts } from './rights.texts.ts'
import type { OpenRow } from './view-deadlines.sql.ts'
import { deadlinesTexts } from './view-deadlines.texts.ts'
import { type DueWeek, weeksOf } from './weeks.ts'

/** `due` is null while the deadline stands still. */
type Waiting = { readonly row: OpenRow; readonly due: Temporal.PlainDate | null }

export function deadlinesView(page: Page, waiting: readonly Waiting[], today: Temporal.PlainDate) {
  const t = deadlinesTexts[page.language]
  const isLate = ({ due }: Waiting) => due !== null && Temporal.PlainDate.compare(due, today) < 0
  const late = waiting.filter(isLate).length
  const days = waiting.flatMap(({ due }) => due ?? [])
  return (
    <Layout page={page} title={t.title} lead={t.lead(waiting.length, late, waiting.length - days.length)}>
      {late > 0 && (
        <Alert page={page} kind="warning" title={t.late}>
          <p>{t.lateText}</p>
        </Alert>
      )}
      {days.length > 0 && (
        <Section title={t.chart}>
          <Weeks page={page} weeks={weeksOf(days, today)} />
        </Section>
      )}
      <Section title={t.waiting}>
        <List page={page} waiting={waiting} isLate={isLate} />
      </Section>
    </Layout>
  )
}

/** The picture and the same figures as a table; the sentence says what one should see. */
function Weeks({ page, weeks }: { readonly page: Page; readonly weeks: readonly DueWeek[] }) {
  const t = deadlinesTexts[page.language]
  const { dayMonth, dateLong } = formats(page.language)
  const busiest = weeks.toSorted((a, b) => b.due - a.due)[0]
  return (
    <>
      {busiest && <p>{t.chartText(dayMonth(busiest.monday), busiest.due)}</p>}
      <Bars weeks={weeks} labelOf={dayMonth} />
      <Details summary={t.table}>
        <Table
          caption={t.chart}
          captionHidden
          columns={[
            { label: t.week, heads: true, cell: ({ monday }) => dateLong(monday) },
            { label: t.due, align: 'end', cell: ({ due }) => due },
          ]}
          rows={weeks}
        />
      </Details>
    </>
  )
}

const [width, height, floor] = [600, 180, 150]

function Bars({ weeks, labelOf }: { weeks: readonly DueWeek[]; labelOf: (day: Temporal.PlainDate) => string }) {
  const step = width / weeks.length
  const most = Math.max(1, ...weeks.map(({ due }) => due))
  const tall = (due: number) => (due / most) * (floor - 20)
  const [first, last] = [weeks[0], weeks.at(-1)]
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      <line x1={0} y1={22} x2={width} y2={22} stroke="#cdd8d9" stroke-dasharray="4 4" />
      <text x={0} y={16} font-size={20} fill="currentColor">
        {most}
      </text>
      {weeks.map(({ due, isPast }, index) => (
        <rect
          x={index * step + 6}
          y={floor - tall(due)}
          width={step - 12}
          height={tall(due)}
          rx={2}
          fill={isPast ? '#a3341f' : '#1d6a79'}
        />
      ))}
      <line x1={0} y1={floor} x2={width} y2={floor} stroke="currentColor" />
      {first && (
        <text x={0} y={floor + 24} font-size={20} fill="currentColor">
          {labelOf(first.monday)}
        </text>
      )}
      {last && (
        <text x={width} y={floor + 24} font-size={20} text-anchor="end" fill="currentColor">
          {labelOf(last.monday)}
        </text>
      )}
    </svg>
  )
}

type ListProps = {
  readonly page: Page
  readonly waiting: readonly Waiting[]
  readonly isLate: (one: Waiting) => boolean
}

function List({ page, waiting, isLate }: ListProps) {
  const t = deadlinesTexts[page.language]
  const { dateShort } = formats(page.language)
  return (
    <Table
      caption={t.waiting}
      captionHidden
      columns={[
        { label: t.right, heads: true, cell: ({ row }) => rightTexts[page.language].rights[row.right].name },
        { label: t.controller, cell: ({ row }) => row.controller },
        { label: t.since, cell: ({ row }) => dateShort(dayOf(row.received_at)) },
        {
          label: t.dueOn,
          cell: (one) => (
            <Tag tone={isLate(one) ? 'danger' : 'neutral'}>
              {one.due ? dateShort(one.due) + (one.row.is_extended ? ` (${t.extended})` : '') : t.paused}
            </Tag>
          ),
        },
      ]}
      rows={waiting}
      empty={
        <EmptyState title={t.none} icon="success">
          {t.noneText}
        </EmptyState>
      }
    />
  )
}
