import { Button, ButtonLink, Form, Layout, TextField } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { logInTexts } from './log-in.texts.ts'
import type { Factors } from './second-factor.ts'

export function secondFactorView(page: Page, form: FormState, factors: Factors, returnTo: string) {
  const t = logInTexts[page.language]
  return (
    <Layout page={page} title={t.factorTitle} lead={t.factorLead}>
      {factors.totp && (
        <Form page={page} action={routes.logIn.secondFactor.create.href({})} form={form}>
          <p>{t.codeLead}</p>
          <CodeField page={page} form={form} label={t.code} hint={t.codeHint} />
          <input type="hidden" name="returnTo" value={returnTo} />
          <div>
            <Button>{t.logIn}</Button>
          </div>
        </Form>
      )}
      {factors.passkeys.length > 0 && <PasskeyLogIn page={page} alone={!factors.totp} returnTo={returnTo} />}
      <p>
        <a href={routes.logIn.recovery.form.href({}, { returnTo })}>{t.recoveryLink}</a>
      </p>
    </Layout>
  )
}

type CodeProps = { readonly page: Page; readonly form: FormState; readonly label: string; readonly hint: string }

export const CodeField = (props: CodeProps) => (
  <TextField {...props} name="code" inputMode="numeric" width="short" autocomplete="one-time-code" />
)

/** Shown by its island where the browser knows passkeys. */
const PasskeyLogIn = ({ page, alone, returnTo }: { page: Page; alone: boolean; returnTo: string }) => {
  const t = logInTexts[page.language]
  return (
    <>
      <div hidden data-passkey="get" data-begin={routes.logIn.passkey.begin.href({})}>
        <Form page={page} action={routes.logIn.passkey.finish.href({})}>
          <p>{alone ? t.passkeyOnlyText : t.passkeyText}</p>
          <p role="alert" hidden data-passkey-problem>
            {t.passkeyProblem}
          </p>
          <input type="hidden" name="answer" value="" />
          <input type="hidden" name="returnTo" value={returnTo} />
          <div>
            <Button kind={alone ? 'primary' : 'secondary'}>{t.passkeyButton}</Button>
          </div>
        </Form>
      </div>
      <noscript>
        <p>{t.noScript}</p>
      </noscript>
    </>
  )
}

/** The half log-in is over: nothing is lost, but the password must be given again. */
export function overView(page: Page) {
  const t = logInTexts[page.language]
  return (
    <Layout page={page} title={t.overTitle} lead={t.overText}>
      <p>
        <ButtonLink href={routes.logIn.staff.form.href({})}>{t.again}</ButtonLink>
      </p>
    </Layout>
  )
}
