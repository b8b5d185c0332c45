import { Alert, Button, EmailField, Form, Layout } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { askForLinkTexts } from './ask-for-link.texts.ts'
import { linkMinutes } from './link.ts'

export function askForLinkView(page: Page, form: FormState) {
  const t = askForLinkTexts[page.language]
  return (
    <Layout page={page} title={t.title} lead={t.lead}>
      <Form page={page} action={routes.written.create.href({})} form={form}>
        <p>{t.how(linkMinutes)}</p>
        <EmailField page={page} form={form} name="email" label={t.email} hint={t.emailHint} />
        <div>
          <Button>{t.send}</Button>
        </div>
      </Form>
      <Alert page={page}>
        <p>
          <strong>{t.patientTitle}</strong> {t.patientText}
        </p>
        <p>
          <strong>{t.staffTitle}</strong> {t.staffText}
        </p>
        <p>
          <a href={routes.logIn.choose.href({})}>{t.logIn}</a>
        </p>
      </Alert>
    </Layout>
  )
}

export function linkAskedView(page: Page) {
  const t = askForLinkTexts[page.language]
  const back = { href: routes.written.form.href({}), label: t.back }
  return <Layout page={page} title={t.askedTitle} lead={t.askedLead} back={back} />
}
