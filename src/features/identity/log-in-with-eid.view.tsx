import { ButtonLink, Layout } from '#platform/design/index.ts'
import type { EidProblem } from '#platform/eid/identity.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { EidForm } from './choose-log-in.view.tsx'
import { eidTexts } from './log-in-with-eid.texts.ts'

export function eidProblemView(page: Page, problem: EidProblem) {
  const t = eidTexts[page.language]
  return (
    <Layout page={page} title={t[problem].title} lead={t[problem].lead}>
      <EidForm page={page} returnTo={routes.home.href({})} />
      <p>{t.stillThere}</p>
    </Layout>
  )
}

export function unknownPersonView(page: Page) {
  const t = eidTexts[page.language]
  return (
    <Layout page={page} title={t.unknown.title} lead={t.unknown.lead}>
      <p>{t.unknown.text}</p>
      <p>
        <ButtonLink href={routes.logIn.choose.href({})} kind="secondary">
          {t.again}
        </ButtonLink>
      </p>
    </Layout>
  )
}
