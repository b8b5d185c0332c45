import { ButtonLink, Card, Form, Layout, MitIdButton } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { logInTexts } from './log-in.texts.ts'

export function chooseLogInView(page: Page, returnTo: string) {
  const t = logInTexts[page.language]
  return (
    <Layout page={page} title={t.chooseTitle} lead={t.chooseLead}>
      <Card title={t.patientHeading} tone="accent">
        <p>{t.patientText}</p>
        <EidForm page={page} returnTo={returnTo} />
      </Card>
      <Card title={t.staffHeading}>
        <p>{t.staffText}</p>
        <ButtonLink href={routes.logIn.staff.form.href({}, { returnTo })} kind="secondary">
          {t.staffLink}
        </ButtonLink>
      </Card>
    </Layout>
  )
}

/** Posts, because it starts something: the attempt that must come back to this browser. */
export const EidForm = ({ page, returnTo }: { readonly page: Page; readonly returnTo: string }) => (
  <Form page={page} action={routes.logIn.eid.begin.href({})}>
    <input type="hidden" name="returnTo" value={returnTo} />
    <div>
      <MitIdButton page={page} />
    </div>
  </Form>
)
