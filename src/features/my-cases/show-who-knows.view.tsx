import { type CaseField, caseFields, caseFieldTexts } from '#features/cases/index.ts'
import type { DisclosureRow } from '#features/disclosure/index.ts'
import { formats } from '#kernel/format.ts'
import type { Language } from '#kernel/language.ts'
import { dayOf } from '#kernel/time.ts'
import { Card, Details, Layout, Pagination, Section } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { LookRow } from './looks.sql.ts'
import { Looks } from './looks.view.tsx'
import { treatmentName } from './my-case-sentence.ts'
import type { MyCaseRow } from './my-cases.sql.ts'
import { showWhoKnowsTexts } from './show-who-knows.texts.ts'

type WhoKnows = {
  readonly found: MyCaseRow
  /** The consent is, and with it the insurer's sight of what it wrote for the clinic. */
  readonly isWithdrawn: boolean
  /** Oldest first. */
  readonly disclosures: readonly DisclosureRow[]
  readonly looks: readonly LookRow[]
  readonly current: number
  readonly pages: number
}

export function showWhoKnowsView(page: Page, known: WhoKnows) {
  const t = showWhoKnowsTexts[page.language]
  const { found, current, pages } = known
  const caseId = found.id
  return (
    <Layout
      page={page}
      title={t.title}
      lead={t.lead(treatmentName(found, page.language).toLowerCase())}
      back={{ href: routes.my.case.href({ caseId }), label: t.back }}
    >
      <Told page={page} known={known} />
      <Section title={t.looks} id="looks" lead={t.looksLead}>
        <Looks page={page} looks={known.looks} />
        <Pagination
          page={page}
          current={current}
          total={pages}
          href={(number) => `${routes.my.knownBy.href({ caseId }, { page: number })}#looks`}
        />
        <Details summary={t.noNames}>
          <p>{t.noNamesText}</p>
        </Details>
      </Section>
      <Complaint page={page} insurer={found.insurer_name} />
    </Layout>
  )
}

function Told({ page, known: { found, isWithdrawn, disclosures } }: { page: Page; known: WhoKnows }) {
  const t = showWhoKnowsTexts[page.language]
  return (
    <Section title={t.told}>
      <Card title={found.insurer_name} level={3}>
        <p>{(isWithdrawn ? t.insurerAfter : t.insurer)(found.insurer_name)}</p>
      </Card>
      {!disclosures.some(({ direction }) => direction === 'to-clinic') && <p>{t.nobody}</p>}
      {disclosures.map((row) => (
        <Disclosure page={page} row={row} />
      ))}
    </Section>
  )
}

function Disclosure({ page, row }: { page: Page; row: DisclosureRow }) {
  const t = showWhoKnowsTexts[page.language]
  const date = formats(page.language).dayMonth(dayOf(row.disclosed_at))
  const fields = fieldsInWords(row.fields, page.language)
  if (row.direction === 'to-insurer') {
    return <p>{t.toInsurer(row.disclosed_by_name, row.recipient_name, date, fields.join(', '))}</p>
  }
  return (
    <Card title={row.recipient_name} level={3}>
      <p>{t.toClinic(date)}</p>
      <ul>
        {fields.map((field) => (
          <li>{field}</li>
        ))}
      </ul>
      <p>
        {t.toClinicWhy} {row.live ? t.seesNow : t.sawThen}
      </p>
    </Card>
  )
}

/** The fields as one would say them: who you are, then what was written about your health. */
function fieldsInWords(fields: readonly string[], language: Language): string[] {
  const t = showWhoKnowsTexts[language]
  const general: Readonly<Record<string, string>> = t.fields
  const plain = fields.flatMap((field) => general[field] ?? [])
  const labels = fields.filter(isCaseField).map((field) => caseFieldTexts[language][field].label.toLowerCase())
  return [...plain, ...(labels.length > 0 ? [t.aboutHealth(labels.join(', '))] : [])]
}

const isCaseField = (field: string): field is CaseField => (caseFields as readonly string[]).includes(field)

function Complaint({ page, insurer }: { page: Page; insurer: string }) {
  const t = showWhoKnowsTexts[page.language]
  return (
    <Section title={t.complain}>
      <p>{t.complainInsurer(insurer)}</p>
      <p>{t.complainUs(page.site.controller.email)}</p>
      <p>
        {t.complainAuthority} <a href="https://www.datatilsynet.dk/">datatilsynet.dk</a>
      </p>
      <p>
        <a href={routes.privacy.href({})}>{t.rights}</a>
      </p>
    </Section>
  )
}
