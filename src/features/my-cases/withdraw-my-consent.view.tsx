import { formats } from '#kernel/format.ts'
import type { Temporal } from '#kernel/time.ts'
import { Button, ButtonLink, ButtonRow, Form, Layout, Section } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { treatmentName } from './my-case-sentence.ts'
import type { MyCaseRow } from './my-cases.sql.ts'
import { withdrawTexts } from './withdraw-my-consent.texts.ts'

type Consequences = {
  readonly found: MyCaseRow
  readonly isLive: boolean
  readonly clinics: readonly string[]
  readonly coming: readonly Temporal.Instant[]
  /** Something keeps the referral from being erased for now. */
  readonly isHeld: boolean
}

export function withdrawView(page: Page, { found, isLive, clinics, coming, isHeld }: Consequences) {
  const t = withdrawTexts[page.language]
  const caseId = found.id
  const back = { href: routes.my.case.href({ caseId }), label: t.back }
  if (!isLive) return <Layout page={page} title={t.title} lead={t.nothing} back={back} />
  const lead = t.lead(treatmentName(found, page.language).toLowerCase(), found.insurer_name)
  return (
    <Layout page={page} title={t.title} lead={lead} back={back}>
      <Section title={t.happens}>
        <ul>
          <li>{t.losesSight(clinics)}</li>
          <li>{coming.length > 0 ? <Released page={page} coming={coming} /> : t.noneReleased}</li>
          {!isHeld && (
            <li>
              {t.erased(found.insurer_name)} <a href={routes.my.download.page.href({})}>{t.copyFirst}</a>.
            </li>
          )}
          <li>{t.sessions}</li>
          <li>{t.told}</li>
        </ul>
      </Section>
      <Section title={t.stays}>
        {isHeld && <p>{t.heldForNow(found.insurer_name)}</p>}
        <p>{t.journal}</p>
        <p>{t.caseStays}</p>
      </Section>
      <Section title={t.ifYouRegret}>
        <p>{t.again(found.insurer_name)}</p>
      </Section>
      <Form page={page} action={routes.my.withdrawal.create.href({ caseId })}>
        <ButtonRow>
          <Button kind="danger">{t.confirm}</Button>
          <ButtonLink href={back.href} kind="secondary">
            {t.keep}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Layout>
  )
}

function Released({ page, coming }: { page: Page; coming: readonly Temporal.Instant[] }) {
  return (
    <>
      {withdrawTexts[page.language].released(coming.length)}
      <ul>
        {coming.map((at) => (
          <li>{formats(page.language).weekdayDateTime(at)}</li>
        ))}
      </ul>
    </>
  )
}
