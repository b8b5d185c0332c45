import { Alert, ButtonLink, Layout } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { Refusal } from './appointments.ts'
import { refusalTexts, timeTexts } from './refusals.texts.ts'
import { type Choosing, TimesForm } from './time-form.view.tsx'

/** Why the time could not be had, and the nearest that can: one press holds one of them instead. */
export function refusalView(page: Page, { reason, nearest }: Refusal, choosing: Choosing) {
  const [said, t] = [refusalTexts[page.language][reason], timeTexts[page.language]]
  const caseHref = routes.my.case.href({ caseId: choosing.caseId })
  const more = choosing.moves
    ? routes.my.appointment.times.href({ appointmentId: choosing.moves })
    : routes.my.times.href({ caseId: choosing.caseId })
  const hasTimes = nearest.length > 0
  const isOverClinics = new Set(nearest.map(({ clinicId }) => clinicId)).size > 1
  return (
    <Layout page={page} title={said.title} back={{ href: caseHref, label: t.toCase }}>
      <Alert page={page} kind="warning">
        <p>{said.text}</p>
      </Alert>
      {hasTimes && (
        <TimesForm page={page} {...choosing} times={nearest} label={t.nearest} namesClinic={isOverClinics} />
      )}
      <ButtonLink href={hasTimes ? more : caseHref} kind="secondary">
        {hasTimes ? t.moreTimes : t.toCase}
      </ButtonLink>
    </Layout>
  )
}
