import { ButtonLink, ButtonRow, Layout } from '#platform/design/index.ts'
import type { Document } from '#platform/document/document.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { Contents, DocumentPart } from './document.view.tsx'
import { recordTexts } from './record.texts.ts'

export function article30View(page: Page, { title, lead, parts }: Document) {
  const t = recordTexts[page.language]
  return (
    <Layout page={page} title={title} lead={lead} wide>
      <ButtonRow>
        <ButtonLink href={routes.article30.word.href({})} icon="file" download>
          {t.word}
        </ButtonLink>
        <ButtonLink href={routes.article30.csv.href({})} kind="secondary" icon="file" download>
          {t.csv}
        </ButtonLink>
      </ButtonRow>
      <Contents label={t.contents} parts={parts} />
      {parts.map((part) => (
        <DocumentPart page={page} part={part} />
      ))}
    </Layout>
  )
}
