import { formats } from '#kernel/format.ts'
import type { Texts } from '#kernel/language.ts'
import { Temporal } from '#kernel/time.ts'
import { Details, EmptyState, Layout, Section, Tag } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import type { NamedTest } from '#policy/promise-report.ts'
import { routes } from '#src/routes.ts'
import { promisesTexts } from './view-promises.texts.ts'

export type ShownPromise = {
  readonly id: string
  readonly text: Texts<string>
  readonly status: 'kept' | 'open'
  /** Sentences of the activities that name it. */
  readonly rules: readonly Texts<string>[]
  readonly files: readonly string[]
  readonly tests: readonly NamedTest[]
}
export type ShownTheme = { readonly title: Texts<string>; readonly promises: readonly ShownPromise[] }
type Shown = { readonly takenOn: string; readonly themes: readonly ShownTheme[] }

export function promisesView(page: Page, shown: Shown | null) {
  const t = promisesTexts[page.language]
  const back = { href: routes.privacy.href({}), label: t.back }
  if (!shown) {
    return (
      <Layout page={page} title={t.title} back={back}>
        <EmptyState title={t.none}>
          <p>{t.noneText}</p>
        </EmptyState>
      </Layout>
    )
  }
  const all = shown.themes.flatMap(({ promises }) => promises)
  const kept = keptAmong(all)
  const day = formats(page.language).dateLong(Temporal.PlainDate.from(shown.takenOn))
  return (
    <Layout page={page} title={t.title} lead={t.lead(kept, all.length - kept, day)} back={back}>
      <p>{t.meaning}</p>
      <nav aria-label={t.themes}>
        <ul>
          {shown.themes.map(({ title }, at) => (
            <li>
              <a href={`#${idOf(at)}`}>{title[page.language]}</a>
            </li>
          ))}
        </ul>
      </nav>
      {shown.themes.map(({ title, promises }, at) => (
        <Section id={idOf(at)} title={title[page.language]} lead={t.keptOf(keptAmong(promises), promises.length)}>
          <div>
            {promises.map((promise) => (
              <OnePromise page={page} promise={promise} />
            ))}
          </div>
        </Section>
      ))}
    </Layout>
  )
}

const idOf = (at: number) => `theme-${at + 1}`

const keptAmong = (promises: readonly ShownPromise[]) => promises.filter(({ status }) => status === 'kept').length

const OnePromise = ({ page, promise }: { readonly page: Page; readonly promise: ShownPromise }) => {
  const t = promisesTexts[page.language]
  const isKept = promise.status === 'kept'
  const summary = (
    <span>
      <Tag tone={isKept ? 'success' : 'warning'}>{isKept ? t.kept : t.open}</Tag> {promise.text[page.language]}
    </span>
  )
  return (
    <Details summary={summary} plain>
      <p>{isKept ? t.how(promise.id) : t.howFar(promise.id)}</p>
      <Evidence page={page} promise={promise} />
    </Details>
  )
}

function Evidence({ page, promise }: { readonly page: Page; readonly promise: ShownPromise }) {
  const t = promisesTexts[page.language]
  const { rules, files, tests } = promise
  if (rules.length + files.length + tests.length === 0) return <p>{t.nothing}</p>
  return (
    <>
      {rules.length > 0 && (
        <>
          <p>{t.rules}:</p>
          <ul>
            {rules.map((sentence) => (
              <li>{sentence[page.language]}</li>
            ))}
          </ul>
        </>
      )}
      {files.length > 0 && (
        <>
          <p>{t.files}:</p>
          <ul>
            {files.map((file) => (
              <li>
                <code>{file}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      {tests.length > 0 && (
        <>
          <p>{t.tests}:</p>
          <ul>
            {tests.map(({ name, passed }) => (
              <li lang="en">
                {plainNameOf(name)}: <span lang={page.language}>{passed ? t.passed : t.failed}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** A test's name without the ids that it carries, its group and itself as one sentence. */
const plainNameOf = (name: string) =>
  name.replaceAll(/ \((?:[TRX]\d+(?:\.\d+)?(?:, ?)?)+\)/g, '').replaceAll(' > ', ' ')
