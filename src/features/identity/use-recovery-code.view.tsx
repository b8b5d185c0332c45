import { Button, Form, Layout, TextField } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { logInTexts } from './log-in.texts.ts'

export function recoveryView(page: Page, form: FormState) {
  const t = logInTexts[page.language]
  return (
    <Layout
      page={page}
      title={t.recoveryTitle}
      lead={t.recoveryLead}
      back={{ href: routes.logIn.secondFactor.form.href({}), label: t.backToFactor }}
    >
      <Form page={page} action={routes.logIn.recovery.create.href({})} form={form}>
        <TextField
          page={page}
          form={form}
          name="code"
          label={t.recoveryCode}
          hint={t.recoveryHint}
          width="medium"
          autocomplete="off"
        />
        <div>
          <Button>{t.logIn}</Button>
        </div>
      </Form>
    </Layout>
  )
}
