import { Alert, ButtonLink, Card, Layout, MitIdButton } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { homeTexts } from './public-pages.texts.ts'

export function homeView(page: Page) {
  const t = homeTexts[page.language]
  return (
    <Layout page={page} title={t.title} lead={t.lead}>
      <Card title={t.patientHeading}>
        <p>{t.patientText}</p>
        <MitIdButton page={page} href={routes.logIn.choose.href({})} />
      </Card>
      <Card title={t.staffHeading}>
        <p>{t.staffText}</p>
        <ButtonLink href={routes.logIn.staff.form.href({})} kind="secondary">
          {t.staffLink}
        </ButtonLink>
      </Card>
      <Card title={t.dataHeading}>
        <p>{t.dataText}</p>
        <p>
          <a href={routes.privacy.href({})}>{t.dataLink}</a>
        </p>
      </Card>
      <Alert page={page} kind="info">
        {t.emergency}
      </Alert>
    </Layout>
  )
}
