import { Layout } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import type { PolicyModel } from '#policy/model.ts'
import { routes } from '#src/routes.ts'
import { DocumentPart } from './document.view.tsx'
import { privacyTexts } from './privacy.texts.ts'
import { termsDocument } from './terms-document.ts'
import { VersionNote } from './version-note.view.tsx'
import { versionsTexts } from './versions.texts.ts'

/** Of a version; without another word it is the one that is served. */
export function termsView(page: Page, model: PolicyModel, served = model) {
  const { title, lead, parts } = termsDocument(model, page.language)
  return (
    <Layout page={page} title={title} lead={lead}>
      <VersionNote page={page} model={model} served={served} current={routes.terms.href({})} />
      {parts.map((part) => (
        <DocumentPart page={page} part={part} />
      ))}
      <ul>
        <li>
          <a href={routes.privacyVersions.show.href({ version: model.version })}>
            {versionsTexts[page.language].policyOf(model.version)}
          </a>
        </li>
        <li>
          <a href={routes.privacyVersions.list.href({})}>{privacyTexts[page.language].versions}</a>
        </li>
      </ul>
    </Layout>
  )
}
