import type { AppointmentRow } from '#features/appointments/index.ts'
import { courseTexts, type VisitState, visitTones } from '#features/courses/index.ts'
import { formats } from '#kernel/format.ts'
import { dayOf } from '#kernel/time.ts'
import { Alert, ButtonLink, ButtonRow, Layout, Section, SummaryList, Tag } from '#platform/design/index.ts'
import type { Html } from '#platform/html/jsx-runtime.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { AttendanceButtons, offeredStates } from './attendance-buttons.view.tsx'
import { appointmentTexts } from './clinic-appointment.texts.ts'
import { calendarTexts } from './clinic-calendar.texts.ts'

type AppointmentProps = {
  readonly page: Page
  readonly appointment: AppointmentRow
  readonly name: string
  readonly state: VisitState
  readonly previous: AppointmentRow | null
  readonly mayWrite: boolean
}

export function appointmentView(props: AppointmentProps): Html {
  const { page, appointment, name, state, mayWrite } = props
  const t = appointmentTexts[page.language]
  const say = formats(page.language)
  const params = { appointmentId: appointment.id }
  const isAhead = appointment.starts_at.epochMilliseconds > page.now.epochMilliseconds
  const canChange = mayWrite && isAhead && state === 'booked'
  const date = dayOf(appointment.starts_at).toString()
  return (
    <Layout
      page={page}
      title={name}
      lead={say.weekdayDateTime(appointment.starts_at)}
      back={{ href: routes.clinic.day.href({}, { date }), label: t.day }}
    >
      <Ended {...props} />
      <Facts {...props} />
      <p>
        <a href={routes.clinic.case.href({ caseId: appointment.case_id })}>{t.toCase}</a>
      </p>
      {mayWrite && state !== 'cancelled' && state !== 'moved' && <Attendance {...props} />}
      {canChange && (
        <ButtonRow>
          <ButtonLink href={routes.clinic.appointment.times.href(params)} kind="secondary" icon="calendar">
            {t.move}
          </ButtonLink>
          <ButtonLink href={routes.clinic.appointment.cancellation.form.href(params)} kind="secondary">
            {t.cancel}
          </ButtonLink>
        </ButtonRow>
      )}
    </Layout>
  )
}

const Facts = ({ page, appointment, state, previous }: AppointmentProps): Html => {
  const t = appointmentTexts[page.language]
  const say = formats(page.language)
  const when = say.dateTime(appointment.booked_at)
  return (
    <>
      <SummaryList
        items={[
          {
            label: t.when,
            value: `${say.dateLong(dayOf(appointment.starts_at))}, ${say.timeRange(appointment.starts_at, appointment.ends_at)}`,
          },
          { label: t.treatment, value: page.language === 'da' ? appointment.name_da : appointment.name_en },
          { label: t.practitioner, value: appointment.practitioner_name },
          { label: t.room, value: appointment.room_name },
          {
            label: t.state,
            value: <Tag tone={visitTones[state]}>{courseTexts[page.language].visitStates[state]}</Tag>,
          },
          { label: t.bookedBy, value: appointment.booked_by_kind === 'patient' ? t.byPatient(when) : t.byClinic(when) },
        ]}
      />
      {previous && (
        <p>
          <a href={routes.clinic.appointment.show.href({ appointmentId: previous.id })}>
            {t.seeOld(say.weekdayDateTime(previous.starts_at))}
          </a>
        </p>
      )}
    </>
  )
}

const Ended = ({ page, appointment, state }: AppointmentProps): Html | null => {
  const t = appointmentTexts[page.language]
  if (state === 'moved' && appointment.moved_to) {
    return (
      <Alert page={page} kind="info" title={t.movedTitle}>
        <a href={routes.clinic.appointment.show.href({ appointmentId: appointment.moved_to })}>{t.seeNew}</a>
      </Alert>
    )
  }
  if (!appointment.cancelled_at || !appointment.cancelled_by_kind) return null
  return (
    <Alert page={page} kind="warning" title={t.cancelledTitle}>
      <p>{t.cancelledBy[appointment.cancelled_by_kind](formats(page.language).dateTime(appointment.cancelled_at))}</p>
      <p>{appointment.session_given_back ? t.givenBack : t.usedUp}</p>
    </Alert>
  )
}

const Attendance = ({ page, appointment, state, name }: AppointmentProps): Html => {
  const t = appointmentTexts[page.language]
  const isToday = dayOf(appointment.starts_at).equals(dayOf(page.now))
  const hasBegun = appointment.starts_at.epochMilliseconds <= page.now.epochMilliseconds
  const offered = offeredStates({ state, isToday, hasBegun })
  return (
    <Section title={t.attendance}>
      {offered.length === 0 && state === 'booked' && <p>{t.notYet}</p>}
      <AttendanceButtons
        page={page}
        appointmentId={appointment.id}
        state={state}
        offered={offered}
        returnTo={routes.clinic.appointment.show.href({ appointmentId: appointment.id })}
        whose={calendarTexts[page.language].forVisit(name, formats(page.language).time(appointment.starts_at))}
      />
    </Section>
  )
}
