import { type CaseState, caseFieldTexts, caseStates, caseStateTexts, type Treatment } from '#features/cases/index.ts'
import { Layout, Section, SummaryList, Table } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import type { AskedConsent } from '#policy/consent-form.ts'
import { routes } from '#src/routes.ts'
import { guideTexts } from './guide.texts.ts'

type Treatments = readonly Treatment[]
/** `asked`: what the patient must have agreed to, as the policy words it. */
type Guide = { readonly treatments: Treatments; readonly asked: AskedConsent }

const example = {
  caseNumber: 'SAG-1001',
  patient: { cpr: '0201609996', name: 'Ana Prøvesen', phone: '+4512345678', email: 'ana@example.dk', postcode: '8000' },
  treatment: 'physiotherapy',
  details: { complaint: 'Ondt i lænden', 'body-part': 'Lænd' },
  approval: { sessions: 6, validFrom: '2026-12-01', validUntil: '2027-03-31', clinics: 'any' },
  consent: { consentedOn: '2026-12-01', means: 'oral' },
}

/** What a developer needs, with one section for each kind of problem. */
export function guideView(page: Page, server: URL, { treatments, asked }: Guide) {
  const t = guideTexts[page.language]
  const at = (path: string) => new URL(path, server).href
  return (
    <Layout page={page} title={t.title} lead={t.lead} wide>
      <p>
        <a href={routes.api.description.href({})}>{t.description}</a>
      </p>
      <Section title={t.tokenTitle} lead={t.tokenText}>
        <Sample
          text={`curl -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=client_credentials \\\n  ${at(routes.api.token.href({}))}`}
        />
      </Section>
      <Section title={t.createTitle} lead={t.createText}>
        <Sample
          text={`curl -H "Authorization: Bearer $TOKEN" -H "Idempotency-Key: 4f1c…" \\\n  -d @case.json ${at(routes.api.createCase.href({}))}`}
        />
        <Sample text={JSON.stringify(example, null, 2)} />
      </Section>
      <ConsentParts page={page} asked={asked} />
      <Section title={t.followTitle} lead={t.followText}>
        <Sample text={`GET ${routes.api.listCases.href({}, { limit: 50 })}\nGET ${routes.api.showCase.pattern}`} />
      </Section>
      <Section title={t.statesTitle}>
        <SummaryList
          items={caseStates.map((state: CaseState) => ({
            label: state,
            value: caseStateTexts[page.language][state],
          }))}
        />
      </Section>
      <Section title={t.treatmentsTitle} lead={t.treatmentsText}>
        <TreatmentTable page={page} treatments={treatments} />
      </Section>
      <Section title={t.limitsTitle} lead={t.limitsText} />
      <Section title={t.problemsTitle} lead={t.problemsText}>
        {Object.entries(t.problems).map(([kind, text]) => (
          <section id={kind}>
            <h3>{kind}</h3>
            <p>{text}</p>
          </section>
        ))}
      </Section>
    </Layout>
  )
}

function ConsentParts({ page, asked }: { readonly page: Page; readonly asked: AskedConsent }) {
  const t = guideTexts[page.language]
  return (
    <>
      <Section title={t.consentTitle} lead={t.consentText}>
        <Sample text={`POST ${routes.api.markConsent.pattern}\n${JSON.stringify(example.consent)}`} />
        <p>{t.consentWords}</p>
        <blockquote>
          <p>{asked.statement[page.language]}</p>
        </blockquote>
        <p>{asked.withdrawing[page.language]}</p>
      </Section>
      <Section title={t.withdrawTitle} lead={t.withdrawText}>
        <Sample text={`POST ${routes.api.withdrawConsent.pattern}`} />
      </Section>
    </>
  )
}

const Sample = ({ text }: { readonly text: string }) => (
  <pre tabindex="0">
    <code>{text}</code>
  </pre>
)

const TreatmentTable = ({ page, treatments }: { readonly page: Page; readonly treatments: Treatments }) => {
  const t = guideTexts[page.language]
  const names = caseFieldTexts[page.language]
  const fields = (list: Treatments[number]['asked']) =>
    list.map((field) => `${field} (${names[field].label})`).join(', ')
  return (
    <Table
      caption={t.treatmentsTitle}
      captionHidden
      rows={treatments}
      columns={[
        { label: t.code, cell: (one) => <code>{one.code}</code>, heads: true },
        { label: t.name, cell: (one) => (page.language === 'da' ? one.name_da : one.name_en) },
        { label: t.required, cell: (one) => fields(one.required) },
        { label: t.optional, cell: (one) => fields(one.asked.filter((field) => !one.required.includes(field))) },
      ]}
    />
  )
}
