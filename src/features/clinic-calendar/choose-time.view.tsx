import { approvalSentence, type ClinicCaseRow } from '#features/courses/index.ts'
import { dayOf, isoWeek, type Temporal } from '#kernel/time.ts'
import { ButtonLink, ButtonRow, EmptyState, Layout, Section, Tabs } from '#platform/design/index.ts'
import type { Html } from '#platform/html/jsx-runtime.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { weekText } from './calendar-days.ts'
import { chooseTimeTexts } from './choose-time.texts.ts'
import type { FreeWeek } from './free-week.ts'
import { type TimeErrand, TimeForm } from './time-form.view.tsx'

type ChooseProps = {
  readonly page: Page
  readonly course: ClinicCaseRow
  readonly errand: TimeErrand
  readonly form: FormState
  readonly week: FreeWeek
  /** Whose times are shown; null for everybody's. */
  readonly practitionerId: string | null
}

export function chooseTimeView(props: ChooseProps): Html {
  const { page, course, errand, week, practitionerId } = props
  const t = chooseTimeTexts[page.language]
  const times = week.times.filter((time) => practitionerId === null || time.practitionerId === practitionerId)
  return (
    <Layout page={page} title={errand.title} lead={errand.lead} back={errand.back} wide>
      <p>{approvalSentence(page.language, course)}</p>
      <Section title={t.week(isoWeek(week.monday).week)}>
        <Weeks {...props} />
        <Practitioners {...props} />
        {times.length === 0 ? (
          <EmptyState title={t.none}>{t.noneText}</EmptyState>
        ) : (
          <TimeForm page={page} errand={errand} form={props.form} times={times} label={t.times} />
        )}
      </Section>
    </Layout>
  )
}

const Weeks = ({ page, errand, week, practitionerId }: ChooseProps): Html => {
  const t = chooseTimeTexts[page.language]
  const to = (monday: Temporal.PlainDate) =>
    errand.timesHref({ week: weekText(monday), ...(practitionerId && { practitioner: practitionerId }) })
  const isFirst = weekText(week.monday) === weekText(dayOf(page.now))
  return (
    <nav aria-label={t.weeksAround}>
      <ButtonRow>
        {!isFirst && (
          <ButtonLink href={to(week.monday.subtract({ days: 7 }))} kind="secondary" icon="back">
            {t.previousWeek}
          </ButtonLink>
        )}
        <ButtonLink href={to(week.monday.add({ days: 7 }))} kind="secondary" icon="forward">
          {t.nextWeek}
        </ButtonLink>
      </ButtonRow>
    </nav>
  )
}

const Practitioners = ({ page, errand, week, practitionerId }: ChooseProps): Html | null => {
  const t = chooseTimeTexts[page.language]
  const known = new Map(week.times.map((time) => [time.practitionerId as string, time.practitionerName]))
  if (known.size < 2) return null
  const query = { week: weekText(week.monday) }
  return (
    <Tabs
      label={t.whose}
      tabs={[
        { href: errand.timesHref(query), label: t.everybody, current: practitionerId === null },
        ...[...known].map(([id, name]) => ({
          href: errand.timesHref({ ...query, practitioner: id }),
          label: name,
          current: practitionerId === id,
        })),
      ]}
    />
  )
}
