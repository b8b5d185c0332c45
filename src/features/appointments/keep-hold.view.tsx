import { formats } from '#kernel/format.ts'
import { Alert, Button, ButtonRow, Countdown, Form, Layout, StepGuide, SummaryList } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { AppointmentRow } from './appointments.sql.ts'
import { holdRenewals } from './appointments.ts'
import { treatmentOf } from './cases.sql.ts'
import type { HoldRow } from './holds.sql.ts'
import { holdTexts } from './keep-hold.texts.ts'
import { addressOf } from './places.ts'
import { timeTexts } from './refusals.texts.ts'

/** What is about to be booked, and how long it is held. */
export function holdView(page: Page, hold: HoldRow, moved: AppointmentRow | null) {
  const t = holdTexts[page.language]
  const { weekdayDateTime } = formats(page.language)
  return (
    <Layout
      page={page}
      title={moved ? t.titleMove : t.title}
      lead={moved ? t.leadMove(weekdayDateTime(moved.starts_at)) : t.lead}
    >
      <StepGuide page={page} steps={timeTexts[page.language].steps.map((label) => ({ label }))} current={2} />
      <Countdown page={page} until={hold.expires_at} label={t.left} />
      <What page={page} hold={hold} moved={moved} />
      <Alert page={page} kind="info">
        <p>{t.shared(hold.clinic_name)}</p>
        <p>{t.terms(hold.cancellation_hours)}</p>
      </Alert>
      <Choices page={page} hold={hold} moved={moved} />
    </Layout>
  )
}

type Props = { readonly page: Page; readonly hold: HoldRow; readonly moved: AppointmentRow | null }

function What({ page, hold, moved }: Props) {
  const t = holdTexts[page.language]
  const { weekdayDateTime, duration } = formats(page.language)
  const { name, preparation, durationMinutes } = treatmentOf(hold)
  const href = moved
    ? routes.my.appointment.times.href({ appointmentId: moved.id })
    : routes.my.times.href({ caseId: hold.case_id })
  return (
    <SummaryList
      items={[
        { label: t.when, value: weekdayDateTime(hold.starts_at), action: { href, label: t.change } },
        { label: t.what, value: `${name[page.language]}. ${t.minutes(duration(durationMinutes))}` },
        { label: t.where, value: `${hold.clinic_name}, ${addressOf(hold)}` },
        { label: t.whom, value: hold.practitioner_name },
        preparation[page.language] !== '' && { label: t.preparation, value: preparation[page.language] },
      ]}
    />
  )
}

function Choices({ page, hold, moved }: Props) {
  const t = holdTexts[page.language]
  const params = { holdId: hold.id }
  return (
    <Form page={page} action={routes.my.hold.book.href(params)}>
      <ButtonRow>
        <Button>{moved ? t.confirmMove : t.confirm}</Button>
        {hold.renewals < holdRenewals && (
          <Button kind="secondary" formAction={routes.my.hold.renew.href(params)}>
            {t.renew}
          </Button>
        )}
        <Button kind="quiet" formAction={routes.my.hold.release.href(params)}>
          {t.release}
        </Button>
      </ButtonRow>
    </Form>
  )
}
