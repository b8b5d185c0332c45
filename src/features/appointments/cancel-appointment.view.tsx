import { formats } from '#kernel/format.ts'
import { Alert, Button, ButtonLink, ButtonRow, Form, Layout, RadioGroup, TextArea } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { AppointmentRow } from './appointments.sql.ts'
import { freeUntil, isTimely, patientReasons } from './appointments.ts'
import { cancelTexts } from './cancel-appointment.texts.ts'

export const noteLength = 500

/** What is about to be cancelled, and what it costs, before it is done. */
export function cancelView(page: Page, appointment: AppointmentRow, form: FormState) {
  const t = cancelTexts[page.language]
  const { weekdayDateTime } = formats(page.language)
  const params = { appointmentId: appointment.id }
  const until = weekdayDateTime(freeUntil(appointment.starts_at, appointment.cancellation_hours))
  const timely = isTimely(appointment.starts_at, appointment.cancellation_hours, page.now)
  return (
    <Layout
      page={page}
      title={t.title}
      lead={t.lead(weekdayDateTime(appointment.starts_at), appointment.clinic_name)}
      back={{ href: routes.my.appointment.show.href(params), label: t.back }}
    >
      <Alert page={page} kind={timely ? 'info' : 'warning'}>
        <p>{timely ? t.free(until) : t.late(until)}</p>
      </Alert>
      <Form page={page} action={routes.my.appointment.cancellation.create.href(params)} form={form}>
        <RadioGroup
          page={page}
          form={form}
          name="reason"
          label={t.reason}
          options={patientReasons.map((value) => ({ value, label: t.reasons[value] }))}
        />
        <TextArea page={page} form={form} name="note" label={t.note} optional maxLength={noteLength} rows={3} />
        <ButtonRow>
          <Button kind="danger">{timely ? t.confirm : t.confirmLate}</Button>
          <ButtonLink href={routes.my.appointment.show.href(params)} kind="secondary">
            {t.keep}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Layout>
  )
}

/** It was moved, cancelled or begun in the meantime. */
export function notCancellableView(page: Page, appointment: AppointmentRow, why: 'already' | 'begun') {
  const t = cancelTexts[page.language]
  const href = routes.my.appointment.show.href({ appointmentId: appointment.id })
  return (
    <Layout page={page} title={t.gone} lead={t[why]} back={{ href, label: t.back }}>
      <ButtonLink href={href}>{t.back}</ButtonLink>
    </Layout>
  )
}
