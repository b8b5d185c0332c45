import { texts } from '#kernel/language.ts'
import { Button, ButtonLink, EmailField, Form, Layout } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { NewPasswordFields } from './new-password.view.tsx'

const words = texts(
  {
    title: 'Vælg en ny adgangskode',
    lead: 'Skriv din arbejdsmail. Så sender vi dig et link, som du kan bruge i 30 minutter.',
    email: 'Arbejdsmail',
    send: 'Send link',
    back: 'Tilbage til log-in',
    askedTitle: 'Se i din indbakke',
    askedLead:
      'Findes der en bruger med den e-mail, har vi sendt et link til den. Kommer der ingen mail inden for et par minutter, så kig i uønsket post, eller spørg din administrator, om du er oprettet.',
    newLead: 'Når du har gemt, bliver du logget ud alle andre steder. Din app eller adgangsnøgle virker som før.',
    save: 'Gem ny adgangskode',
    overTitle: 'Linket virker ikke længere',
    overLead: 'Et link kan bruges én gang og i 30 minutter. Bed om et nyt.',
    anew: 'Bed om et nyt link',
  },
  {
    title: 'Choose a new password',
    lead: 'Type your work e-mail. We will send you a link that you can use for 30 minutes.',
    email: 'Work e-mail',
    send: 'Send link',
    back: 'Back to log-in',
    askedTitle: 'Look in your inbox',
    askedLead:
      'If there is a user with that e-mail, we have sent a link to it. If no mail arrives within a few minutes, look in your spam folder, or ask your administrator whether you have an account.',
    newLead: 'When you have saved, you are logged out everywhere else. Your app or passkey works as before.',
    save: 'Save new password',
    overTitle: 'The link no longer works',
    overLead: 'A link can be used once, and for 30 minutes. Ask for a new one.',
    anew: 'Ask for a new link',
  },
)

const backLink = (page: Page) => ({ href: routes.logIn.staff.form.href({}), label: words[page.language].back })

export function resetRequestView(page: Page, form: FormState) {
  const t = words[page.language]
  return (
    <Layout page={page} title={t.title} lead={t.lead} back={backLink(page)}>
      <Form page={page} action={routes.passwordReset.create.href({})} form={form}>
        <EmailField page={page} form={form} name="email" label={t.email} autocomplete="username" />
        <div>
          <Button>{t.send}</Button>
        </div>
      </Form>
    </Layout>
  )
}

export function resetAskedView(page: Page) {
  const t = words[page.language]
  return <Layout page={page} title={t.askedTitle} lead={t.askedLead} back={backLink(page)} />
}

export function newPasswordView(page: Page, form: FormState, token: string) {
  const t = words[page.language]
  return (
    <Layout page={page} title={t.title} lead={t.newLead}>
      <Form page={page} action={routes.passwordReset.finish.href({ token })} form={form}>
        <NewPasswordFields page={page} form={form} />
        <div>
          <Button>{t.save}</Button>
        </div>
      </Form>
    </Layout>
  )
}

export function resetOverView(page: Page) {
  const t = words[page.language]
  return (
    <Layout page={page} title={t.overTitle} lead={t.overLead}>
      <p>
        <ButtonLink href={routes.passwordReset.form.href({})}>{t.anew}</ButtonLink>
      </p>
    </Layout>
  )
}
