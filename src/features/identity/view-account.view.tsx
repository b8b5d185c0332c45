import { formats } from '#kernel/format.ts'
import { dayOf, type Temporal } from '#kernel/time.ts'
import { Alert, Button, ButtonLink, Form, Layout, PasswordField, Section } from '#platform/design/index.ts'
import { emptyForm, type FormState, type Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { accountTexts } from './account.texts.ts'
import type { OwnAccount } from './account.ts'
import { PasskeySection } from './keep-passkeys.view.tsx'
import { NewPasswordFields } from './new-password.view.tsx'

const fewCodes = 3

type AccountProps = {
  readonly page: Page
  readonly account: OwnAccount
  /** What came back from one of the page's forms. */
  readonly passwordForm?: FormState
  readonly passkeyForm?: FormState
}

export function accountView({ page, account, passwordForm = emptyForm, passkeyForm = emptyForm }: AccountProps) {
  const t = accountTexts[page.language]
  return (
    <Layout page={page} title={t.title} lead={t.lead(account.email)}>
      <CodesWarning page={page} left={account.recoveryCodesLeft} />
      <PasswordSection page={page} form={passwordForm} />
      {account.mayChangeFactors ? (
        <FactorSections page={page} account={account} passkeyForm={passkeyForm} />
      ) : (
        <LogInAnew page={page} />
      )}
      <Section title={t.everywhereHeading} lead={t.everywhereLead}>
        <Form page={page} action={routes.logOut.everywhere.href({})}>
          <div>
            <Button kind="secondary">{t.everywhere}</Button>
          </div>
        </Form>
      </Section>
      <Section title={t.rightsHeading}>
        <p>
          <ButtonLink href={routes.account.data.show.href({})} kind="secondary" icon="file">
            {t.ownData}
          </ButtonLink>
        </p>
        <p>
          {t.rightsText(page.site.controller.email)} <a href="https://www.datatilsynet.dk/">Datatilsynet</a>.
        </p>
      </Section>
    </Layout>
  )
}

const dayText = (page: Page) => (at: Temporal.Instant) => formats(page.language).dateShort(dayOf(at))

const CodesWarning = ({ page, left }: { readonly page: Page; readonly left: number }) => {
  const t = accountTexts[page.language]
  if (left > fewCodes) return null
  return (
    <Alert page={page} kind="warning">
      {left === 0 ? t.noCodes : t.fewCodes(left)}
    </Alert>
  )
}

const PasswordSection = ({ page, form }: { readonly page: Page; readonly form: FormState }) => {
  const t = accountTexts[page.language]
  return (
    <Section title={t.passwordHeading} lead={t.passwordLead}>
      <Form page={page} action={routes.account.password.href({})} form={form}>
        <PasswordField page={page} form={form} name="current" label={t.current} />
        <NewPasswordFields page={page} form={form} />
        <div>
          <Button>{t.savePassword}</Button>
        </div>
      </Form>
    </Section>
  )
}

type FactorProps = { readonly page: Page; readonly account: OwnAccount; readonly passkeyForm: FormState }

const FactorSections = ({ page, account, passkeyForm }: FactorProps) => {
  const t = accountTexts[page.language]
  return (
    <>
      <Section title={t.totpHeading} lead={account.totp ? t.totpOn : t.totpOff}>
        <p>
          <ButtonLink href={routes.account.totp.form.href({})} kind="secondary">
            {account.totp ? t.totpChange : t.totpAdd}
          </ButtonLink>
        </p>
      </Section>
      <PasskeySection page={page} form={passkeyForm} passkeys={account.passkeys} dayText={dayText(page)} />
      <Section title={t.recoveryHeading} lead={t.recoveryLead(account.recoveryCodesLeft)}>
        <Form page={page} action={routes.account.recoveryCodes.href({})}>
          <p>{t.codesReplace}</p>
          <div>
            <Button kind="secondary">{t.makeCodes}</Button>
          </div>
        </Form>
      </Section>
    </>
  )
}

const LogInAnew = ({ page }: { readonly page: Page }) => {
  const t = accountTexts[page.language]
  return (
    <Section title={t.staleHeading} lead={t.staleText}>
      <Form page={page} action={routes.logOut.create.href({})}>
        <div>
          <Button kind="secondary">{t.stale}</Button>
        </div>
      </Form>
    </Section>
  )
}
