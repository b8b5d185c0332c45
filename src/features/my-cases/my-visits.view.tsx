import { formats } from '#kernel/format.ts'
import { Alert, ButtonLink, Card, Section } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { MyVisit, WholeMyCase } from './read-my-case.ts'
import { showMyCaseTexts } from './show-my-case.texts.ts'

export type MyCasePart = { readonly page: Page; readonly whole: WholeMyCase }

export function Coming({ page, whole: { found, visits } }: MyCasePart) {
  const t = showMyCaseTexts[page.language]
  const coming = visits.filter(({ state }) => state === 'coming')
  return (
    <Section title={t.coming}>
      {coming.length === 0 && <p>{t.noneComing}</p>}
      {found.insurer_left_at === null && <ClinicLeft page={page} visits={visits} />}
      {coming.map(({ appointment: one }) => (
        <Card
          title={formats(page.language).weekdayDateTime(one.starts_at)}
          level={3}
          tone="accent"
          actions={
            <ButtonLink href={routes.my.appointment.show.href({ appointmentId: one.id })} kind="secondary">
              {t.seeTime}
            </ButtonLink>
          }
        >
          <p>{t.at(one.clinic_name, one.practitioner_name)}</p>
        </Card>
      ))}
    </Section>
  )
}

/** Newest first. */
export function Past({ page, whole: { visits } }: MyCasePart) {
  const t = showMyCaseTexts[page.language]
  const { weekdayDateTime } = formats(page.language)
  const past = visits.filter(({ state }) => state !== 'coming').toReversed()
  if (past.length === 0) return null
  const sentence = ({ appointment: one, state }: MyVisit) => `${one.clinic_name}: ${state === 'coming' ? '' : t[state]}`
  return (
    <Section title={t.past}>
      <ul>
        {past.map((visit) => (
          <li>
            <a href={routes.my.appointment.show.href({ appointmentId: visit.appointment.id })}>
              {weekdayDateTime(visit.appointment.starts_at)}
            </a>
            , {sentence(visit)}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Why a time is gone that the patient counted on, and what to do instead; until the day it would have been. */
function ClinicLeft({ page, visits }: { readonly page: Page; readonly visits: readonly MyVisit[] }) {
  const t = showMyCaseTexts[page.language]
  const lost = visits.filter(
    ({ appointment: one }) =>
      one.cancelled_because === 'clinic-left' && one.starts_at.epochMilliseconds > page.now.epochMilliseconds,
  )
  const clinics = [...new Set(lost.map(({ appointment }) => appointment.clinic_name))]
  return (
    <>
      {clinics.map((clinic) => (
        <Alert page={page} kind="warning" title={t.clinicLeft(clinic)}>
          <p>{t.clinicLeftText}</p>
        </Alert>
      ))}
    </>
  )
}
