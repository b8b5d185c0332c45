import { Layout } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import type { PolicyModel } from '#policy/model.ts'
import { routes } from '#src/routes.ts'
import { Contents, DocumentPart } from './document.view.tsx'
import { privacyTexts } from './privacy.texts.ts'
import { privacyDocument } from './privacy-document.ts'
import { recordTexts } from './record.texts.ts'
import { VersionNote } from './version-note.view.tsx'
import { versionsTexts } from './versions.texts.ts'

/** Of a version; without another word it is the one that is served. */
export function privacyView(page: Page, model: PolicyModel, served = model) {
  const t = privacyTexts[page.language]
  const { title, lead, parts } = privacyDocument(model, page.language)
  return (
    <Layout page={page} title={title} lead={lead}>
      <VersionNote page={page} model={model} served={served} current={routes.privacy.href({})} />
      <Contents label={t.contents} parts={parts} />
      {parts.map((part) => (
        <DocumentPart page={page} part={part} />
      ))}
      <ul>
        <li>
          <a href={routes.cookies.href({})}>{t.cookies}</a>
        </li>
        {page.reader.kind === 'staff' && (
          <li>
            <a href={routes.article30.show.href({})}>{recordTexts[page.language].title}</a>
          </li>
        )}
        <li>
          <a href={routes.promises.href({})}>{t.promises}</a>
        </li>
        <li>
          <a href={routes.privacyVersions.terms.href({ version: model.version })}>
            {versionsTexts[page.language].termsOf(model.version)}
          </a>
        </li>
        <li>
          <a href={routes.privacyVersions.list.href({})}>{t.versions}</a>
        </li>
      </ul>
    </Layout>
  )
}
