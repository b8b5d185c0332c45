import type { Id } from '#kernel/ids.ts'
import { dayOf, type Temporal } from '#kernel/time.ts'
import { ButtonLink, ButtonRow } from '#platform/design/index.ts'
import type { Html } from '#platform/html/jsx-runtime.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { weekText } from './calendar-days.ts'
import { calendarTexts } from './clinic-calendar.texts.ts'

type WeeksProps = {
  readonly page: Page
  readonly practitionerId: Id<'practitioner'>
  readonly monday: Temporal.PlainDate
}

export const WeeksAround = ({ page, practitionerId, monday }: WeeksProps): Html => {
  const t = calendarTexts[page.language]
  const to = (day: Temporal.PlainDate) =>
    routes.clinic.calendar.href({}, { practitioner: practitionerId, week: weekText(day) })
  return (
    <Around
      label={t.weeksAround}
      before={{ href: to(monday.subtract({ days: 7 })), label: t.previousWeek }}
      now={weekText(monday) === weekText(dayOf(page.now)) ? null : { href: to(dayOf(page.now)), label: t.thisWeek }}
      after={{ href: to(monday.add({ days: 7 })), label: t.nextWeek }}
    />
  )
}

export const DaysAround = ({ page, date }: { page: Page; date: Temporal.PlainDate }): Html => {
  const t = calendarTexts[page.language]
  const to = (day: Temporal.PlainDate) => routes.clinic.calendar.href({}, { date: day.toString() })
  const today = dayOf(page.now)
  return (
    <Around
      label={t.daysAround}
      before={{ href: to(date.subtract({ days: 1 })), label: t.previousDay }}
      now={date.equals(today) ? null : { href: to(today), label: t.today }}
      after={{ href: to(date.add({ days: 1 })), label: t.nextDay }}
    />
  )
}

type Way = { readonly href: string; readonly label: string }

const Around = ({ label, before, now, after }: { label: string; before: Way; now: Way | null; after: Way }): Html => (
  <nav aria-label={label}>
    <ButtonRow>
      <ButtonLink href={before.href} kind="secondary" icon="back">
        {before.label}
      </ButtonLink>
      {now && (
        <ButtonLink href={now.href} kind="secondary">
          {now.label}
        </ButtonLink>
      )}
      <ButtonLink href={after.href} kind="secondary" icon="forward">
        {after.label}
      </ButtonLink>
    </ButtonRow>
  </nav>
)
