import {
  Alert,
  Button,
  ButtonLink,
  EmptyState,
  Form,
  Layout,
  RadioGroup,
  SelectField,
  TextArea,
} from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { OwnCaseRow } from './ask.sql.ts'
import { askTexts } from './ask-controller.texts.ts'
import { allCases, concernsAll, fieldsOf } from './ask-form.ts'
import { fieldWords } from './field-words.ts'
import { rightTexts } from './rights.texts.ts'
import type { Right } from './rights.ts'
import { Complaint } from './standing.view.tsx'

type Asking = { readonly right: Right; readonly cases: readonly OwnCaseRow[] }
type Part = { readonly page: Page; readonly asking: Asking; readonly form: FormState }

export function askView(page: Page, asking: Asking, form: FormState) {
  const t = askTexts[page.language]
  const { name, what } = rightTexts[page.language].rights[asking.right]
  return (
    <Layout page={page} title={name} lead={what} back={{ href: routes.my.rights.overview.href({}), label: t.back }}>
      <Beforehand page={page} right={asking.right} />
      {asking.cases.length === 0 ? (
        <EmptyState title={t.none} icon="file">
          {t.noneText}
        </EmptyState>
      ) : (
        <Asks page={page} asking={asking} form={form} />
      )}
      <Complaint page={page} />
    </Layout>
  )
}

/** What one should know first: that the copy is there at once, and what an erasure leaves. */
function Beforehand({ page, right }: { readonly page: Page; readonly right: Right }) {
  const t = askTexts[page.language]
  if (right === 'erasure')
    return (
      <Alert page={page} kind="warning">
        <ul>
          {t.erasure.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
        <p>
          <a href={routes.my.download.page.href({})}>{t.download}</a>
        </p>
      </Alert>
    )
  if (right !== 'access' && right !== 'portability') return null
  return (
    <>
      <p>{t.downloadFirst}</p>
      <p>
        <ButtonLink href={routes.my.download.page.href({})} icon="file">
          {t.download}
        </ButtonLink>
      </p>
    </>
  )
}

function Asks({ page, asking: { right, cases }, form }: Part) {
  const t = askTexts[page.language]
  const part = { page, form }
  const isFree = right !== 'restriction' && right !== 'objection'
  return (
    <Form page={page} form={form} action={routes.my.rights.create.href({ right })}>
      <RadioGroup {...part} name="about" label={t.about} options={caseOptions(page, right, cases)} />
      {right === 'rectification' ? (
        <Correction {...part} cases={cases} />
      ) : (
        <TextArea
          {...part}
          name="text"
          label={isFree ? t.more : t.why}
          hint={isFree ? t.moreHint : t.whyHint}
          optional={isFree}
          maxLength={2000}
          rows={4}
        />
      )}
      <p>{t.identity}</p>
      <p>{t.answer}</p>
      <Button>{t.send}</Button>
    </Form>
  )
}

function caseOptions(page: Page, right: Right, cases: readonly OwnCaseRow[]) {
  const t = askTexts[page.language]
  const each = cases.map((one) => ({
    value: one.id,
    label: t.oneCase(page.language === 'da' ? one.name_da : one.name_en, one.insurer_name, one.case_number),
  }))
  return concernsAll(right) && cases.length > 1 ? [{ value: allCases, label: t.all }, ...each] : each
}

function Correction({ page, form, cases }: { page: Page; form: FormState; cases: readonly OwnCaseRow[] }) {
  const t = askTexts[page.language]
  const part = { page, form }
  const options = fieldsOf(cases).map((field) => ({ value: field, label: fieldWords(field, page.language) }))
  return (
    <>
      <SelectField {...part} name="field" label={t.field} options={options} />
      <TextArea {...part} name="text" label={t.wrong} hint={t.wrongHint} maxLength={2000} rows={3} />
      <TextArea {...part} name="proposal" label={t.proposal} hint={t.proposalHint} maxLength={2000} rows={3} />
    </>
  )
}
