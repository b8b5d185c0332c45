import { type AppointmentRow, clinicReasons } from '#features/appointments/index.ts'
import { formats } from '#kernel/format.ts'
import { Alert, Button, Form, Layout, RadioGroup, TextArea } from '#platform/design/index.ts'
import type { Html } from '#platform/html/jsx-runtime.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { appointmentTexts } from './clinic-appointment.texts.ts'

export type CancellationObstacle = 'already-changed' | 'already-begun'

type CancelProps = {
  readonly page: Page
  readonly appointment: AppointmentRow
  readonly name: string
  readonly form: FormState
  readonly isLate: boolean
  readonly obstacle: CancellationObstacle | null
}

export function cancelAppointmentView({ page, appointment, name, form, isLate, obstacle }: CancelProps): Html {
  const t = appointmentTexts[page.language]
  const params = { appointmentId: appointment.id }
  return (
    <Layout
      page={page}
      title={t.cancelTitle}
      lead={t.cancelLead(name, formats(page.language).weekdayDateTime(appointment.starts_at))}
      back={{ href: routes.clinic.appointment.show.href(params), label: t.back }}
    >
      {obstacle ? (
        <Alert page={page} kind="warning" title={t.cannot}>
          <p>{obstacle === 'already-begun' ? t.alreadyBegun : t.alreadyChanged}</p>
        </Alert>
      ) : (
        <Form page={page} action={routes.clinic.appointment.cancellation.create.href(params)} form={form}>
          {isLate && <p>{t.late}</p>}
          <RadioGroup
            page={page}
            form={form}
            name="reason"
            label={t.reason}
            options={clinicReasons.map((value) => ({ value, label: t.reasons[value] }))}
          />
          <TextArea
            page={page}
            form={form}
            name="note"
            label={t.note}
            hint={t.noteHint}
            maxLength={500}
            rows={3}
            optional
          />
          <Button kind="danger">{t.cancel}</Button>
        </Form>
      )}
    </Layout>
  )
}
