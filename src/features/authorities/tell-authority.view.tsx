import { type AuthorityLineRow, authorityFieldsIn, authorityFieldTexts } from '#features/disclosure/index.ts'
import { formats } from '#kernel/format.ts'
import {
  Alert,
  Button,
  ButtonLink,
  ButtonRow,
  Card,
  Checkbox,
  CheckboxGroup,
  Form,
  Layout,
  RadioGroup,
  Section,
  TextArea,
  TextField,
} from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import type { DisclosureLaw } from '#policy/disclosure-laws.ts'
import { routes } from '#src/routes.ts'
import { authorityTexts } from './authorities.texts.ts'
import { fieldsHeldBy, reasonMaxLength } from './authority-form.ts'
import type { FoundCase } from './found-case.ts'

type Telling = {
  readonly found: FoundCase
  readonly laws: readonly DisclosureLaw[]
  readonly told: readonly AuthorityLineRow[]
  readonly isRestricted: boolean
}

export function tellAuthorityView(page: Page, telling: Telling, form: FormState) {
  const t = authorityTexts[page.language]
  const { found, isRestricted } = telling
  const back = (found.controller === 'insurer' ? routes.case.show : routes.clinic.case).href({ caseId: found.id })
  return (
    <Layout page={page} title={t.title} lead={t.lead} back={{ href: back, label: t.back(found.case_number) }}>
      {isRestricted && (
        <Alert page={page} kind="warning" title={t.restrictedTitle}>
          <p>{t.restrictedText}</p>
        </Alert>
      )}
      <Section title={t.toldTitle}>
        {telling.told.length === 0 && <p>{t.toldNobody}</p>}
        {telling.told.map((line) => (
          <Told page={page} found={found} line={line} />
        ))}
        {telling.told.length > 0 && <p>{t.send}</p>}
      </Section>
      <Section title={t.formTitle}>
        <TellForm page={page} telling={telling} form={form} />
      </Section>
    </Layout>
  )
}

const placesOf = ({ controller }: FoundCase) => (controller === 'insurer' ? routes.case : routes.clinic).authorities

function Told({
  page,
  found,
  line,
}: {
  readonly page: Page
  readonly found: FoundCase
  readonly line: AuthorityLineRow
}) {
  const t = authorityTexts[page.language]
  const at = { caseId: found.id, disclosureId: line.id }
  const law = page.language === 'da' ? line.law_da : line.law_en
  return (
    <Card title={line.authority} level={3}>
      <p>{t.told(formats(page.language).dateTime(line.disclosed_at), law)}</p>
      <p>{t.fieldsGiven(authorityFieldsIn(page.language, line.fields))}</p>
      <ButtonRow>
        <ButtonLink href={placesOf(found).word.href(at)} kind="secondary" icon="file" download>
          {t.word}
        </ButtonLink>
        <ButtonLink href={placesOf(found).json.href(at)} kind="secondary" icon="file" download>
          {t.json}
        </ButtonLink>
      </ButtonRow>
    </Card>
  )
}

type Filling = { readonly page: Page; readonly telling: Telling; readonly form: FormState }

function TellForm({ page, telling: { found, laws }, form }: Filling) {
  const t = authorityTexts[page.language]
  const part = { page, form }
  const lawOptions = laws.map(({ id, law, authority, when }) => ({
    value: id,
    label: t.option(authority[page.language], law[page.language]),
    hint: when[page.language],
  }))
  const fieldOptions = fieldsHeldBy(found.controller).map((field) => ({
    value: field,
    label: capital(authorityFieldTexts[page.language][field]),
  }))
  return (
    <Form page={page} form={form} action={placesOf(found).create.href({ caseId: found.id })}>
      <RadioGroup {...part} name="law" label={t.law} options={lawOptions} />
      <TextField {...part} name="authority" label={t.authority} hint={t.authorityHint} autocomplete="off" />
      <CheckboxGroup {...part} name="fields" label={t.fields} hint={t.fieldsHint} options={fieldOptions} />
      <TextArea {...part} name="reason" label={t.reason} hint={t.reasonHint} maxLength={reasonMaxLength} rows={4} />
      <Checkbox {...part} name="checked" label={t.checked} />
      <p>{t.seen}</p>
      <Button>{t.tell}</Button>
    </Form>
  )
}

const capital = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
