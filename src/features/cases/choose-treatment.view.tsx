import { Button, Form, Layout, RadioGroup } from '#platform/design/index.ts'
import { emptyForm, type Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { createCaseTexts } from './create-case.texts.ts'

type Treatments = readonly { code: string; name_da: string; name_en: string }[]

export function chooseTreatmentView(page: Page, treatments: Treatments) {
  const t = createCaseTexts[page.language]
  const options = treatments.map(({ code, name_da, name_en }) => ({
    value: code,
    label: page.language === 'da' ? name_da : name_en,
  }))
  return (
    <Layout page={page} title={t.chooseTitle} lead={t.chooseLead}>
      <Form page={page} action={routes.case.form.href({})} method="get">
        <RadioGroup page={page} form={emptyForm} name="treatment" label={t.treatment} options={options} />
        <Button>{t.goOn}</Button>
      </Form>
    </Layout>
  )
}
