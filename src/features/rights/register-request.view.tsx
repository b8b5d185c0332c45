import {
  Button,
  DateField,
  Form,
  Layout,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { fieldWords } from './field-words.ts'
import { correctableFields, later, meansOrLater } from './register-form.ts'
import { registerTexts } from './register-request.texts.ts'
import { rightTexts } from './rights.texts.ts'
import { rights } from './rights.ts'

export function registerView(page: Page, form: FormState) {
  const t = registerTexts[page.language]
  const said = rightTexts[page.language]
  const part = { page, form }
  const fields = correctableFields.map((field) => ({ value: field, label: fieldWords(field, page.language) }))
  const means = meansOrLater.map((one) => ({ value: one, label: one === later ? t.later : said.means[one] }))
  return (
    <Layout page={page} title={t.title} lead={t.lead} back={{ href: routes.rights.list.href({}), label: t.back }}>
      <Form page={page} form={form} action={routes.rights.register.create.href({})}>
        <TextField {...part} name="caseNumber" label={t.caseNumber} width="medium" autocomplete="off" />
        <RadioGroup
          {...part}
          name="right"
          label={t.right}
          options={rights.map((right) => ({ value: right, label: said.rights[right].name }))}
        />
        <SelectField {...part} name="field" label={t.field} hint={t.fieldHint} options={fields} />
        <TextArea {...part} name="text" label={t.text} optional maxLength={2000} rows={4} />
        <DateField {...part} name="receivedOn" label={t.receivedOn} />
        <RadioGroup {...part} name="means" label={t.means} options={means} />
        <Button>{t.save}</Button>
      </Form>
    </Layout>
  )
}
