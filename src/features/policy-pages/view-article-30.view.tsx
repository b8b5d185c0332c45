import { ButtonLink, ButtonRow, Layout } from '#platform/design/index.ts'
import type { Document } from '#platform/document/document.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { Contents, DocumentPart } from './document.view.tsx'
import { recordTexts } from './record.texts.ts'

type Choice = { readonly site: string; readonly sites: readonly string[] }

export function article30View(page: Page, { title, lead, parts }: Document, { site, sites }: Choice) {
  const t = recordTexts[page.language]
  return (
    <Layout page={page} title={title} lead={lead} wide>
      <ButtonRow>
        <ButtonLink href={routes.article30.word.href({}, { site })} icon="file" download>
          {t.word}
        </ButtonLink>
        <ButtonLink href={routes.article30.csv.href({}, { site })} kind="secondary" icon="file" download>
          {t.csv}
        </ButtonLink>
      </ButtonRow>
      {sites
        .filter((other) => other !== site)
        .map((other) => (
          <p>
            <a href={routes.article30.show.href({}, { site: other })}>
              {t.other}: {t.sites[other] ?? other}
            </a>
          </p>
        ))}
      <Contents label={t.contents} parts={parts} />
      {parts.map((part) => (
        <DocumentPart page={page} part={part} />
      ))}
    </Layout>
  )
}
