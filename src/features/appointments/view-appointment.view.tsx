import { formats } from '#kernel/format.ts'
import {
  Alert,
  ButtonLink,
  ButtonRow,
  Layout,
  Section,
  StepGuide,
  SummaryList,
  Timeline,
  type TimelineItem,
} from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { AppointmentRow } from './appointments.sql.ts'
import { freeUntil, isBefore, isTimely } from './appointments.ts'
import { treatmentOf } from './cases.sql.ts'
import { addressOf } from './places.ts'
import { timeTexts } from './refusals.texts.ts'
import { appointmentTexts } from './view-appointment.texts.ts'

/** `versions`: this booking through all its moves, the first one first. */
export function appointmentView(page: Page, appointment: AppointmentRow, versions: readonly AppointmentRow[]) {
  const t = appointmentTexts[page.language]
  const when = formats(page.language).weekdayDateTime(appointment.starts_at)
  const isAhead = isBefore(page.now, appointment.starts_at)
  const isLive = isAhead && !appointment.cancelled_at
  const lead = appointment.cancelled_at ? undefined : isAhead ? t.ahead(when) : t.past(when)
  return (
    <Layout
      page={page}
      title={t.title}
      lead={lead}
      back={{ href: routes.my.case.href({ caseId: appointment.case_id }), label: t.toCase }}
    >
      {isLive && page.notice !== null && (
        <StepGuide page={page} steps={timeTexts[page.language].steps.map((label) => ({ label }))} current={3} />
      )}
      {appointment.cancelled_at && <Ended page={page} appointment={appointment} />}
      <What page={page} appointment={appointment} />
      {isLive && <Choices page={page} appointment={appointment} />}
      <Section title={t.history}>
        <Timeline items={historyOf(page, versions)} />
      </Section>
    </Layout>
  )
}

type Props = { readonly page: Page; readonly appointment: AppointmentRow }

function Ended({ page, appointment }: Props) {
  const t = appointmentTexts[page.language]
  const { moved_to: movedTo, cancelled_at: cancelledAt } = appointment
  if (movedTo) {
    return (
      <Alert page={page} kind="info" title={t.movedTitle}>
        <p>
          <a href={routes.my.appointment.show.href({ appointmentId: movedTo })}>{t.movedTo}</a>
        </p>
      </Alert>
    )
  }
  const when = cancelledAt ? formats(page.language).dateTime(cancelledAt) : ''
  const because = appointment.cancelled_because
  const isWithdrawn = because === 'consent-withdrawn'
  const told = because === 'clinic-left' || because === 'insurer-left' ? t.left[because] : undefined
  return (
    <Alert page={page} kind="warning" title={t.cancelledTitle}>
      <p>
        {isWithdrawn ? t.withdrawn(when) : (told ?? t.cancelledBy[appointment.cancelled_by_kind ?? 'clinic'])(when)}
      </p>
      {appointment.session_given_back === false && <p>{t.sessionUsed}</p>}
      {!isWithdrawn && because !== 'insurer-left' && (
        <p>
          <a href={routes.my.times.href({ caseId: appointment.case_id })}>{t.newTime}</a>
        </p>
      )}
    </Alert>
  )
}

function What({ page, appointment }: Props) {
  const t = appointmentTexts[page.language]
  const { weekdayDateTime, duration, phone } = formats(page.language)
  const treatment = treatmentOf(appointment)
  const preparation = treatment.preparation[page.language]
  return (
    <SummaryList
      items={[
        { label: t.when, value: `${weekdayDateTime(appointment.starts_at)} (${duration(treatment.durationMinutes)})` },
        { label: t.what, value: treatment.name[page.language] },
        { label: t.where, value: `${appointment.clinic_name}, ${addressOf(appointment)}` },
        !!appointment.directions && { label: t.directions, value: appointment.directions },
        { label: t.whom, value: appointment.practitioner_name || '–' },
        { label: t.room, value: appointment.room_name },
        preparation !== '' && { label: t.preparation, value: preparation },
        { label: t.phone, value: <a href={`tel:${appointment.clinic_phone}`}>{phone(appointment.clinic_phone)}</a> },
      ]}
    />
  )
}

function Choices({ page, appointment }: Props) {
  const t = appointmentTexts[page.language]
  const params = { appointmentId: appointment.id }
  const until = freeUntil(appointment.starts_at, appointment.cancellation_hours)
  const timely = isTimely(appointment.starts_at, appointment.cancellation_hours, page.now)
  return (
    <>
      <p>
        {timely
          ? t.freeUntil(formats(page.language).weekdayDateTime(until))
          : t.late(formats(page.language).phone(appointment.clinic_phone))}
      </p>
      <ButtonRow>
        <ButtonLink href={routes.my.appointment.calendar.href(params)} icon="calendar" download>
          {t.calendar}
        </ButtonLink>
        {timely && (
          <ButtonLink href={routes.my.appointment.times.href(params)} kind="secondary">
            {t.move}
          </ButtonLink>
        )}
        <ButtonLink href={routes.my.appointment.cancellation.form.href(params)} kind="secondary">
          {t.cancel}
        </ButtonLink>
      </ButtonRow>
    </>
  )
}

function historyOf(page: Page, versions: readonly AppointmentRow[]): TimelineItem[] {
  const t = appointmentTexts[page.language]
  const { dateTime, weekdayDateTime } = formats(page.language)
  const at = (instant: AppointmentRow['booked_at']) => ({ time: dateTime(instant), datetime: instant.toString() })
  const last = versions.at(-1)
  const booked = versions.map((version) => ({
    ...at(version.booked_at),
    title: version.sequence === 0 ? t.bookedBy[version.booked_by_kind] : t.movedBy[version.booked_by_kind],
    body: t.toTime(weekdayDateTime(version.starts_at)),
  }))
  const ended = last?.cancelled_at
    ? [{ ...at(last.cancelled_at), title: t.cancelled[last.cancelled_by_kind ?? 'clinic'] }]
    : []
  return [...booked, ...ended]
}
