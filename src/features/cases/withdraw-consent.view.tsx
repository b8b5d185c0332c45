import type { ReferralRow } from '#features/consent/index.ts'
import type { DisclosureRow } from '#features/disclosure/index.ts'
import { Button, ButtonLink, ButtonRow, Form, Layout, Section } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { withdrawConsentTexts } from './consent-pages.texts.ts'
import type { CaseDetailRow } from './show-case.sql.ts'

type Withdrawing = {
  readonly found: CaseDetailRow
  readonly disclosures: readonly DisclosureRow[]
  readonly referral: ReferralRow
}

/** What a withdrawal means, before it is done. */
export function withdrawConsentView(page: Page, { found, disclosures, referral }: Withdrawing) {
  const t = withdrawConsentTexts[page.language]
  const caseId = found.id
  const seeing = disclosures.filter(({ live, direction }) => live && direction === 'to-clinic')
  const clinics = [...new Set(seeing.map(({ recipient_name }) => recipient_name))]
  return (
    <Layout
      page={page}
      title={t.title}
      lead={t.lead}
      back={{ href: routes.case.show.href({ caseId }), label: t.back(found.case_number) }}
    >
      <Section title={t.heading}>
        <ul>
          <li>{clinics.length > 0 ? t.losesSight(clinics.join(', ')) : t.nobodySees}</li>
          <li>{found.booked > 0 ? t.released(found.booked) : t.noneBooked}</li>
          <li>{referral.is_held ? t.heldForNow : t.erased}</li>
          <li>{t.told}</li>
          <li>{t.journal}</li>
        </ul>
      </Section>
      <Form page={page} action={routes.case.withdrawal.create.href({ caseId })}>
        <ButtonRow>
          <Button kind="danger">{t.withdraw}</Button>
          <ButtonLink href={routes.case.show.href({ caseId })} kind="secondary">
            {t.keep}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Layout>
  )
}
