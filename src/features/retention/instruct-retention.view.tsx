import { Button, Form, Layout, TextField } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { retentionTexts } from './retention.texts.ts'

type Instruction = { readonly most: number; readonly months: number; readonly form: FormState }

export function instructionView(page: Page, { most, months, form }: Instruction) {
  const t = retentionTexts[page.language]
  return (
    <Layout page={page} title={t.title} lead={t.lead(months)}>
      <p>{t.rule(most)}</p>
      <p>{t.journal}</p>
      <Form page={page} action={routes.retention.instruct.href({})} form={form}>
        <TextField page={page} form={form} name="months" label={t.months} />
        <Button type="submit">{t.save}</Button>
      </Form>
    </Layout>
  )
}
