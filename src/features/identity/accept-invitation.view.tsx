import { texts } from '#kernel/language.ts'
import { Button, Form, Layout, SummaryList, TextField } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { Invitation } from './invitations.sql.ts'
import { NewPasswordFields } from './new-password.view.tsx'

export const invitationTexts = texts(
  {
    title: 'Velkommen',
    lead: (organisation: string) => `${organisation} har inviteret dig. Bekræft dit navn, og vælg en adgangskode.`,
    organisation: 'Arbejdsplads',
    email: 'Du logger ind med',
    name: 'Dit navn',
    nameHint: 'Sådan ser dine kolleger det',
    next: 'Opret konto og fortsæt',
    emailTaken: 'Der findes allerede en konto med denne e-mail. Log ind med den, eller spørg din administrator.',
    overTitle: 'Invitationen gælder ikke længere',
    overLead:
      'Den kan være brugt, trukket tilbage eller for gammel. Har du allerede en konto, så log ind. Ellers spørg din administrator om en ny invitation.',
    logIn: 'Log ind som medarbejder',
  },
  {
    title: 'Welcome',
    lead: (organisation: string) => `${organisation} has invited you. Confirm your name and choose a password.`,
    organisation: 'Workplace',
    email: 'You log in with',
    name: 'Your name',
    nameHint: 'As your colleagues will see it',
    next: 'Create account and continue',
    emailTaken: 'There is already an account with this e-mail. Log in with it, or ask your administrator.',
    overTitle: 'The invitation is no longer valid',
    overLead:
      'It may have been used, withdrawn or be too old. If you already have an account, log in. Otherwise ask your administrator for a new invitation.',
    logIn: 'Log in as staff',
  },
)

export function acceptInvitationView(page: Page, form: FormState, invitation: Invitation, token: string) {
  const t = invitationTexts[page.language]
  return (
    <Layout page={page} title={t.title} lead={t.lead(invitation.organisation)}>
      <SummaryList
        items={[
          { label: t.organisation, value: invitation.organisation },
          { label: t.email, value: invitation.email },
        ]}
      />
      <Form page={page} action={routes.invitation.accept.href({ token })} form={form}>
        <TextField page={page} form={form} name="name" label={t.name} hint={t.nameHint} autocomplete="name" />
        <NewPasswordFields page={page} form={form} />
        <div>
          <Button>{t.next}</Button>
        </div>
      </Form>
    </Layout>
  )
}

export function invitationOverView(page: Page) {
  const t = invitationTexts[page.language]
  return (
    <Layout page={page} title={t.overTitle} lead={t.overLead}>
      <p>
        <a href={routes.logIn.staff.form.href({})}>{t.logIn}</a>
      </p>
    </Layout>
  )
}
