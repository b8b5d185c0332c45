import { courseTexts, visitTones } from '#features/courses/index.ts'
import { formats } from '#kernel/format.ts'
import { holidayOn } from '#kernel/holidays.ts'
import { dayOf, type Temporal } from '#kernel/time.ts'
import { ButtonLink, ButtonRow, type Column, EmptyState, Layout, Table, Tag } from '#platform/design/index.ts'
import type { Html } from '#platform/html/jsx-runtime.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { AttendanceButtons, offeredStates } from './attendance-buttons.view.tsx'
import { calendarTexts } from './clinic-calendar.texts.ts'
import type { NamedVisit } from './named-visit.ts'
import { NobodyYet } from './nobody-yet.view.tsx'

type DayProps = {
  readonly page: Page
  readonly date: Temporal.PlainDate
  readonly visits: readonly NamedVisit[]
  readonly notBooked: number
  readonly waiting: number
  readonly mayNote: boolean
  /** Who may add the first practitioner of a clinic that has none; null when it has some. */
  readonly nobodyYet: { readonly mayChange: boolean } | null
}

export function dayView(props: DayProps): Html {
  const { page, date, visits, nobodyYet } = props
  const t = calendarTexts[page.language]
  const holiday = holidayOn(date)?.[page.language]
  const tally = (['completed', 'arrived', 'booked', 'no-show'] as const)
    .map((state) => ({ state, count: visits.filter((visit) => visit.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${courseTexts[page.language].visitStates[state].toLowerCase()}`)
  const title = t.dayTitle(formats(page.language).dateLong(date))
  return (
    <Layout
      page={page}
      title={title}
      lead={[holiday, t.dayLead(visits.length, tally.join(', '))].filter(Boolean).join('. ')}
      wide
    >
      <DaysAround page={page} date={date} />
      <Waiting {...props} />
      <Table
        caption={t.visits}
        captionHidden
        columns={columnsFor(props)}
        rows={visits}
        empty={
          nobodyYet ? (
            <NobodyYet page={page} {...nobodyYet} />
          ) : (
            <EmptyState title={t.emptyDay}>{t.emptyDayText}</EmptyState>
          )
        }
      />
    </Layout>
  )
}

const DaysAround = ({ page, date }: { readonly page: Page; readonly date: Temporal.PlainDate }): Html => {
  const t = calendarTexts[page.language]
  const to = (day: Temporal.PlainDate) => routes.clinic.day.href({}, { date: day.toString() })
  return (
    <nav aria-label={t.daysAround}>
      <ButtonRow>
        <ButtonLink href={to(date.subtract({ days: 1 }))} kind="secondary" icon="back">
          {t.previousDay}
        </ButtonLink>
        {!date.equals(dayOf(page.now)) && (
          <ButtonLink href={routes.clinic.day.href({})} kind="secondary">
            {t.today}
          </ButtonLink>
        )}
        <ButtonLink href={to(date.add({ days: 1 }))} kind="secondary" icon="forward">
          {t.nextDay}
        </ButtonLink>
      </ButtonRow>
    </nav>
  )
}

function columnsFor({ page, date, mayNote }: DayProps): readonly Column<NamedVisit>[] {
  const t = calendarTexts[page.language]
  const say = formats(page.language)
  const isToday = date.equals(dayOf(page.now))
  const returnTo = routes.clinic.day.href({}, { date: date.toString() })
  return [
    { label: t.time, cell: ({ row }) => say.time(row.starts_at) },
    {
      label: t.patient,
      heads: true,
      cell: ({ row, name }) => (
        <>
          <a href={routes.clinic.appointment.show.href({ appointmentId: row.id })}>{name ?? t.unknownPatient}</a>{' '}
          <small>{page.language === 'da' ? row.treatment_da : row.treatment_en}</small>
        </>
      ),
    },
    { label: t.practitionerAndRoom, cell: ({ row }) => `${row.practitioner_name}, ${row.room_name}` },
    {
      label: t.state,
      cell: ({ state }) => <Tag tone={visitTones[state]}>{courseTexts[page.language].visitStates[state]}</Tag>,
    },
    ...(mayNote
      ? [
          {
            label: t.note,
            cell: ({ row, name, state }: NamedVisit) => (
              <AttendanceButtons
                page={page}
                appointmentId={row.id}
                state={state}
                offered={offeredStates({ state, isToday, hasBegun: begun(page, row.starts_at) })}
                returnTo={returnTo}
                whose={t.forVisit(name ?? t.unknownPatient, say.time(row.starts_at))}
              />
            ),
          },
        ]
      : []),
  ]
}

const begun = (page: Page, startsAt: Temporal.Instant) => startsAt.epochMilliseconds <= page.now.epochMilliseconds

/** What waits besides the day's visits, in a line that stays calm all day. */
const Waiting = ({ page, notBooked, waiting }: DayProps): Html => {
  const t = calendarTexts[page.language]
  return (
    <p>
      {notBooked > 0 ? <a href={routes.clinic.cases.href({})}>{t.notBooked(notBooked)}</a> : t.nothingNew}
      {waiting > 0 && ` ${t.requests(waiting)}`}
    </p>
  )
}
