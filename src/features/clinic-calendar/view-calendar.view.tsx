import { courseTexts, type VisitState } from '#features/courses/index.ts'
import { formats } from '#kernel/format.ts'
import { dayOf, isoWeek, type Temporal, type Week } from '#kernel/time.ts'
import {
  ButtonLink,
  Calendar,
  type CalendarEvent,
  type CalendarTone,
  EmptyState,
  Layout,
  Section,
  Tabs,
} from '#platform/design/index.ts'
import type { Html } from '#platform/html/jsx-runtime.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { columnsOf, openEvents } from './calendar-columns.ts'
import { weekText } from './calendar-days.ts'
import { DaysAround, WeeksAround } from './calendar-ways.view.tsx'
import type { PractitionerRow, StretchRow } from './clinic.sql.ts'
import { calendarTexts } from './clinic-calendar.texts.ts'
import { minuteOf, type NamedVisit } from './named-visit.ts'
import { hoursTexts } from './opening-hours.texts.ts'

export type CalendarScope =
  | { readonly kind: 'week'; readonly practitioner: PractitionerRow; readonly days: Week }
  | { readonly kind: 'day'; readonly date: Temporal.PlainDate }

export type CalendarProps = {
  readonly page: Page
  readonly practitioners: readonly PractitionerRow[]
  readonly scope: CalendarScope
  readonly visits: readonly NamedVisit[]
  readonly stretches: readonly StretchRow[]
}

export function calendarView(props: CalendarProps): Html {
  const { page, practitioners, scope } = props
  const t = calendarTexts[page.language]
  const say = formats(page.language)
  const first = scope.kind === 'week' ? scope.days[0] : scope.date
  const { week } = isoWeek(first)
  const label =
    scope.kind === 'week'
      ? t.calendarOf(scope.practitioner.name, say.dayMonth(scope.days[0]), say.dayMonth(scope.days[6]))
      : t.everybodyOn(say.dateLong(scope.date))
  return (
    <Layout page={page} title={`${t.calendar}: ${t.week(week).toLowerCase()}`} wide>
      <Tabs label={t.whose} tabs={tabsOf(props, first)} />
      {scope.kind === 'week' ? (
        <WeeksAround page={page} practitionerId={scope.practitioner.id} monday={scope.days[0]} />
      ) : (
        <DaysAround page={page} date={scope.date} />
      )}
      <Section title={label}>
        {practitioners.length === 0 ? (
          <EmptyState
            title={t.noPractitioners}
            icon="person"
            action={
              <ButtonLink href={routes.clinic.practitioners.href({})} kind="secondary">
                {hoursTexts[page.language].practitioners}
              </ButtonLink>
            }
          />
        ) : (
          <Calendar
            page={page}
            label={label}
            columns={columnsOf(props)}
            events={eventsOf(props)}
            fromHour={8}
            toHour={16}
          />
        )}
      </Section>
    </Layout>
  )
}

function tabsOf({ page, practitioners, scope }: CalendarProps, first: Temporal.PlainDate) {
  const today = dayOf(page.now)
  const isThisWeek = weekText(first) === weekText(today)
  const everybody = {
    href: routes.clinic.calendar.href({}, { date: (isThisWeek ? today : first).toString() }),
    label: calendarTexts[page.language].everybody,
    current: scope.kind === 'day',
  }
  const each = practitioners.map(({ id, name }) => ({
    href: routes.clinic.calendar.href({}, { practitioner: id, week: weekText(first) }),
    label: name,
    current: scope.kind === 'week' && scope.practitioner.id === id,
  }))
  return [everybody, ...each]
}

const tones: Readonly<Record<VisitState, CalendarTone>> = {
  booked: 'booked',
  arrived: 'pending',
  completed: 'booked',
  'no-show': 'blocked',
  cancelled: 'blocked',
  moved: 'blocked',
}

function eventsOf(props: CalendarProps): readonly CalendarEvent[] {
  const { page, scope, visits } = props
  const t = calendarTexts[page.language]
  const visiting = visits.map(({ row, name, state }): CalendarEvent => {
    const treatment = page.language === 'da' ? row.treatment_da : row.treatment_en
    const told =
      state === 'booked' ? treatment : `${treatment}, ${courseTexts[page.language].visitStates[state].toLowerCase()}`
    return {
      column: scope.kind === 'week' ? dayOf(row.starts_at).toString() : row.practitioner_id,
      startMinute: minuteOf(row.starts_at),
      endMinute: minuteOf(row.ends_at),
      title: name ?? t.unknownPatient,
      detail: told,
      href: routes.clinic.appointment.show.href({ appointmentId: row.id }),
      tone: tones[state],
    }
  })
  return [...visiting, ...openEvents(props, { free: t.free, closed: t.closed })]
}
