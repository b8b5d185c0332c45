import { rights, rightTexts, staffMeans } from '#features/rights/index.ts'
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
import { directTexts } from './direct.texts.ts'
import { staffFields } from './direct-request.ts'
import { registerDirectTexts } from './register-direct.texts.ts'

export function registerDirectView(page: Page, form: FormState, isOperator: boolean) {
  const t = registerDirectTexts[page.language]
  const said = rightTexts[page.language]
  const part = { page, form }
  const fields = staffFields.map((field) => ({ value: field, label: directTexts[page.language].fields[field] }))
  return (
    <Layout
      page={page}
      title={t.title}
      lead={t.lead}
      back={{ href: routes.directRequest.list.href({}), label: t.back }}
    >
      <Form page={page} form={form} action={routes.directRequest.register.create.href({})}>
        <TextField
          {...part}
          name="email"
          type="email"
          label={t.email}
          hint={isOperator ? t.emailHintOperator : t.emailHint}
          autocomplete="off"
        />
        <RadioGroup
          {...part}
          name="right"
          label={t.right}
          options={rights.map((right) => ({ value: right, label: said.rights[right].name }))}
        />
        <SelectField {...part} name="field" label={t.field} hint={t.fieldHint} options={fields} />
        <TextField {...part} name="proposal" label={t.proposal} hint={t.proposalHint} autocomplete="off" />
        <TextArea {...part} name="text" label={t.text} optional maxLength={2000} rows={4} />
        <DateField {...part} name="receivedOn" label={t.receivedOn} />
        <RadioGroup
          {...part}
          name="means"
          label={t.means}
          hint={t.meansHint}
          options={staffMeans.map((one) => ({ value: one, label: said.means[one] }))}
        />
        <Button>{t.save}</Button>
      </Form>
    </Layout>
  )
}
