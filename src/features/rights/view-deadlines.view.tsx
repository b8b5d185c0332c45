import { formats } from '#kernel/format.ts'
import { dayOf, Temporal } from '#kernel/time.ts'
import { Alert, Chart, EmptyState, Layout, Section, Table, Tag } from '#platform/design/index.ts'
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

function Weeks({ page, weeks }: { readonly page: Page; readonly weeks: readonly DueWeek[] }) {
  const t = deadlinesTexts[page.language]
  const { dayMonth, dateLong } = formats(page.language)
  const busiest = weeks.toSorted((a, b) => b.due - a.due)[0]
  return (
    <Chart
      page={page}
      caption={t.chart}
      says={busiest ? t.chartText(dayMonth(busiest.monday), busiest.due) : ''}
      heading={t.week}
      tableLabel={t.table}
      series={[
        { label: t.due, look: 'full' },
        { label: t.pastDue, look: 'hollow' },
      ]}
      groups={weeks.map(({ monday, due, isPast }) => ({
        label: dateLong(monday),
        short: `${monday.day}/${monday.month}`,
        counts: isPast ? [0, due] : [due, 0],
      }))}
    />
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
