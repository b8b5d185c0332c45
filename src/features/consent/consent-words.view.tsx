import { texts } from '#kernel/language.ts'
import { Details } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import type { ConsentRow } from './consent.sql.ts'

const words = texts(
  { version: (version: string) => `Ordene er fra version ${version} af privatlivspolitikken.` },
  { version: (version: string) => `The words are from version ${version} of the privacy policy.` },
)

type Marked = { readonly page: Page; readonly mark: ConsentRow; readonly summary: string }

/** What was agreed to, in the words of that day: they are kept with the mark, whatever the policy says now. */
export const ConsentWords = ({ page, mark, summary }: Marked) => (
  <Details summary={summary}>
    <blockquote>
      <p>{page.language === 'da' ? mark.statement_da : mark.statement_en}</p>
    </blockquote>
    <p>{words[page.language].version(mark.text_version)}</p>
  </Details>
)
