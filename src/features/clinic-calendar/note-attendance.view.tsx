import type { AppointmentRow } from '#features/appointments/index.ts'
import { dayOf } from '#kernel/time.ts'
import { Alert, Layout } from '#platform/design/index.ts'
import type { Html } from '#platform/html/jsx-runtime.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { calendarTexts } from './clinic-calendar.texts.ts'

type RefusedProps = {
  readonly page: Page
  readonly appointment: AppointmentRow
  readonly why: keyof typeof calendarTexts.da.refusals
}

export function attendanceRefusedView({ page, appointment, why }: RefusedProps): Html {
  const t = calendarTexts[page.language]
  const date = dayOf(appointment.starts_at).toString()
  return (
    <Layout page={page} title={t.refused} back={{ href: routes.clinic.day.href({}, { date }), label: t.backToDay }}>
      <Alert page={page} kind="warning">
        <p>{t.refusals[why]}</p>
        <p>
          <a href={routes.clinic.appointment.show.href({ appointmentId: appointment.id })}>{t.patient}</a>
        </p>
      </Alert>
    </Layout>
  )
}
