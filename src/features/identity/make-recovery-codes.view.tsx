import { ButtonLink, Layout } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { accountTexts } from './account.texts.ts'

export function recoveryCodesView(page: Page, codes: readonly string[]) {
  const t = accountTexts[page.language]
  return (
    <Layout page={page} title={t.codesTitle} lead={t.codesLead}>
      <ol>
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p>
        <ButtonLink href={routes.account.show.href({})}>{t.codesBack}</ButtonLink>
      </p>
    </Layout>
  )
}
