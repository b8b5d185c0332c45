import { Layout } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import type { PolicyModel } from '#policy/model.ts'
import { routes } from '#src/routes.ts'
import { DocumentPart } from './document.view.tsx'
import { privacyTexts } from './privacy.texts.ts'
import { termsDocument } from './terms-document.ts'

export function termsView(page: Page, model: PolicyModel) {
  const { title, lead, parts } = termsDocument(model, page.language)
  return (
    <Layout page={page} title={title} lead={lead}>
      {parts.map((part) => (
        <DocumentPart page={page} part={part} />
      ))}
      <p>
        <a href={routes.privacyVersions.list.href({})}>{privacyTexts[page.language].versions}</a>
      </p>
    </Layout>
  )
}
