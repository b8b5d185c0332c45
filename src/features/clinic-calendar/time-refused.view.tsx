import type { Refusal } from '#features/appointments/index.ts'
import type { ClinicCaseRow } from '#features/courses/index.ts'
import { Alert, ButtonLink, Layout } from '#platform/design/index.ts'
import type { Html } from '#platform/html/jsx-runtime.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { chooseTimeTexts, staffRefusals } from './choose-time.texts.ts'
import { type TimeErrand, TimeForm } from './time-form.view.tsx'

type Asked = { readonly page: Page; readonly errand: TimeErrand; readonly course: ClinicCaseRow }

type RefusedProps = Asked & { readonly form: FormState; readonly refusal: Refusal }

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

type NothingProps = Asked & {
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
