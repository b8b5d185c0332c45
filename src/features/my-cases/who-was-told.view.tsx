import { type CaseField, caseFields, caseFieldTexts } from '#features/cases/index.ts'
import {
  type AuthorityLineRow,
  authorityFields,
  authorityFieldTexts,
  type DisclosureRow,
} from '#features/disclosure/index.ts'
import { formats } from '#kernel/format.ts'
import type { Language } from '#kernel/language.ts'
import { dayOf } from '#kernel/time.ts'
import { Card, Section } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { showWhoKnowsTexts } from './show-who-knows.texts.ts'

/** The ledger of the case, each oldest first. */
export type WhoWasTold = {
  /** Once the consent is withdrawn no longer what it wrote for the clinic; once its agreement has ended nothing at all. */
  readonly insurerSees: 'all' | 'less' | 'nothing'
  readonly disclosures: readonly DisclosureRow[]
  readonly authorities: readonly AuthorityLineRow[]
}

type Telling = { readonly page: Page; readonly insurer: string; readonly told: WhoWasTold }

/** Each who was told something of the case, with what and why. */
export function Told({ page, insurer, told: { insurerSees, disclosures, authorities } }: Telling) {
  const t = showWhoKnowsTexts[page.language]
  const saying = { all: t.insurer, less: t.insurerAfter, nothing: t.insurerLeft }
  return (
    <Section title={t.told}>
      <Card title={insurer} level={3}>
        <p>{saying[insurerSees](insurer)}</p>
      </Card>
      {!disclosures.some(({ direction }) => direction === 'to-clinic') && <p>{t.nobody}</p>}
      {disclosures.map((row) => (
        <Disclosure page={page} row={row} />
      ))}
      {authorities.map((line) => (
        <Authority page={page} line={line} />
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
        {t.toClinicWhy} {row.sees_now ? t.seesNow : t.sawThen}
      </p>
    </Card>
  )
}

/** An authority: which, by which law, and exactly what. */
function Authority({ page, line }: { page: Page; line: AuthorityLineRow }) {
  const t = showWhoKnowsTexts[page.language]
  const date = formats(page.language).dayMonth(dayOf(line.disclosed_at))
  const law = page.language === 'da' ? line.law_da : line.law_en
  return (
    <Card title={line.authority} level={3}>
      <p>{t.toAuthority(line.disclosed_by_name, date)}</p>
      <ul>
        {authorityFields
          .filter((field) => line.fields.includes(field))
          .map((field) => (
            <li>{authorityFieldTexts[page.language][field]}</li>
          ))}
      </ul>
      <p>
        {t.toAuthorityWhy(law)} <a href={routes.my.download.page.href({})}>{t.toAuthorityMore}</a>
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
