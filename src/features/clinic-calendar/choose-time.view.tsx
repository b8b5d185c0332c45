import type { Refusal } from '#features/appointments/index.ts'
import type { FreeTime } from '#features/availability/index.ts'
import type { ClinicCaseRow } from '#features/courses/index.ts'
import { approvalSentence } from '#features/courses/index.ts'
import { formats } from '#kernel/format.ts'
import { dayOf, isoWeek, type Temporal } from '#kernel/time.ts'
import {
  Alert,
  Button,
  ButtonLink,
  ButtonRow,
  EmptyState,
  Form,
  type FreeDay,
  Layout,
  Section,
  Tabs,
  TextArea,
  TimePicker,
} from '#platform/design/index.ts'
import type { Html } from '#platform/html/jsx-runtime.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { weekText } from './calendar-days.ts'
import { chooseTimeTexts, staffRefusals } from './choose-time.texts.ts'
import { type FreeWeek, timeValue } from './free-week.ts'

/** Where the page lives and where its form goes: booking a new time, or moving one. */
export type TimeErrand = {
  readonly kind: 'book' | 'move'
  readonly title: string
  readonly lead: string | null
  readonly back: { readonly href: string; readonly label: string }
  readonly timesHref: (query: Readonly<Record<string, string>>) => string
  readonly action: string
  /** A late move needs a reason. */
  readonly asksReason: boolean
}

export type ChooseProps = {
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

type TimeFormProps = Pick<ChooseProps, 'page' | 'errand' | 'form'> & {
  readonly times: readonly FreeTime[]
  readonly label: string
}

const TimeForm = ({ page, errand, form, times, label }: TimeFormProps): Html => {
  const t = chooseTimeTexts[page.language]
  return (
    <Form page={page} action={errand.action} form={form}>
      <TimePicker page={page} form={form} name="time" label={label} days={daysOf(page, times)} />
      {errand.asksReason && (
        <>
          <Alert page={page} kind="warning" title={t.late}>
            <p>{t.lateText}</p>
          </Alert>
          <TextArea page={page} form={form} name="reason" label={t.reason} maxLength={500} rows={2} />
        </>
      )}
      <p class="quiet">{t.told}</p>
      <Button>{errand.kind === 'book' ? t.book : t.move}</Button>
    </Form>
  )
}

function daysOf(page: Page, times: readonly FreeTime[]): FreeDay[] {
  const say = formats(page.language)
  const byDay = Map.groupBy(times, ({ startsAt }) => dayOf(startsAt).toString())
  return [...byDay.values()].map((ofDay) => ({
    label: say.dateLong(dayOf(ofDay[0]!.startsAt)),
    times: ofDay.map((time) => ({
      value: timeValue(time),
      label: say.time(time.startsAt),
      detail: time.practitionerName,
    })),
  }))
}

type RefusedProps = Pick<ChooseProps, 'page' | 'errand' | 'form' | 'course'> & { readonly refusal: Refusal }

/** Why the time could not be had, with the nearest of the clinic's own times. */
export function timeRefusedView({ page, errand, form, course, refusal }: RefusedProps): Html {
  const t = chooseTimeTexts[page.language]
  const said = staffRefusals[refusal.reason][page.language]
  const nearest = refusal.nearest.filter(({ clinicId }) => clinicId === course.clinic_id)
  return (
    <Layout page={page} title={said.title} lead={said.text} back={errand.back} wide>
      {nearest.length > 0 && <TimeForm page={page} errand={errand} form={form} times={nearest} label={t.nearest} />}
      <ButtonLink href={errand.timesHref({})} kind="secondary">
        {t.otherTimes}
      </ButtonLink>
    </Layout>
  )
}

type NothingProps = Pick<ChooseProps, 'page' | 'errand' | 'course'> & {
  readonly why: 'closed' | 'noSessions' | 'begun'
}

export function nothingToChooseView({ page, errand, course, why }: NothingProps): Html {
  const t = chooseTimeTexts[page.language]
  return (
    <Layout page={page} title={errand.title} back={errand.back}>
      <Alert page={page} kind="warning" title={t.cannot}>
        <p>{t[why]}</p>
      </Alert>
      {why === 'noSessions' && (
        <ButtonLink href={routes.clinic.requestSessions.form.href({ caseId: course.id })}>{t.ask}</ButtonLink>
      )}
    </Layout>
  )
}
