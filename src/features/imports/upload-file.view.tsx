import type { EntryChoices } from '#features/cases/index.ts'
import { Button, ButtonLink, Details, FileField, Form, Layout, SummaryList } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { columnKeys, headingOf, isMandatory } from './import-columns.ts'
import { importsTexts } from './imports.texts.ts'

/** Where a file is chosen, with what it must look like. */
export function uploadView(page: Page, treatments: EntryChoices['treatments'], form: FormState) {
  const t = importsTexts[page.language]
  const back = { href: routes.import.list.href({}), label: t.back }
  return (
    <Layout page={page} title={t.formTitle} lead={t.formLead} back={back}>
      <p>
        {t.templateText} <a href={routes.import.template.href({})}>{t.template}</a>
      </p>
      <Form page={page} action={routes.import.create.href({})} form={form} encType="multipart/form-data">
        <FileField
          page={page}
          form={form}
          name="file"
          label={t.file}
          hint={t.fileHint}
          accept=".csv,text/csv"
          maxMegabytes={20}
        />
        <Button>{t.send}</Button>
      </Form>
      <Details summary={t.howTitle}>
        <SummaryList
          items={[
            { label: t.mandatory, value: columnKeys.filter(isMandatory).map(headingOf).join(', ') },
            {
              label: t.optional,
              value: columnKeys
                .filter((key) => !isMandatory(key))
                .map(headingOf)
                .join(', '),
            },
          ]}
        />
        <p>{t.clinics}</p>
        <p>{t.consent}</p>
        <p>{t.ways}</p>
        <Treatments treatments={treatments} />
      </Details>
    </Layout>
  )
}

const Treatments = ({ treatments }: { readonly treatments: EntryChoices['treatments'] }) => (
  <SummaryList
    items={[...treatments.values()].map((one) => ({
      label: one.name_da,
      value: one.asked.map((field) => `${headingOf(field)}${one.required.includes(field) ? '*' : ''}`).join(', '),
    }))}
  />
)

export const NewFileLink = ({ page }: { readonly page: Page }) => (
  <ButtonLink href={routes.import.form.href({})}>{importsTexts[page.language].upload}</ButtonLink>
)
