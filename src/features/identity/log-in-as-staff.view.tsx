import { Button, EmailField, Form, Layout, PasswordField } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { logInTexts } from './log-in.texts.ts'

export function staffLogInView(page: Page, form: FormState, returnTo: string) {
  const t = logInTexts[page.language]
  return (
    <Layout page={page} title={t.staffTitle}>
      <Form page={page} action={routes.logIn.staff.create.href({})} form={form}>
        <EmailField page={page} form={form} name="email" label={t.email} autocomplete="username" />
        <PasswordField page={page} form={form} name="password" label={t.password} />
        <input type="hidden" name="returnTo" value={returnTo} />
        <div>
          <Button>{t.next}</Button>
        </div>
      </Form>
      <p>
        <a href={routes.passwordReset.form.href({})}>{t.forgot}</a>
      </p>
      <p>
        <a href={routes.logIn.choose.href({}, { returnTo })}>{t.patientsInstead}</a>
      </p>
    </Layout>
  )
}
