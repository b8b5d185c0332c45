import type { Html } from '#jsx/jsx-runtime'
import type { Page } from '../html/page.ts'
import { Button } from './actions.tsx'
import { CheckboxGroup } from './choice-fields.tsx'

type Parts = { readonly page: Page }

/** The cookie question on every page until it is answered (R4.3). It stands in the page and covers nothing. */
export const CookieBanner = ({ page }: Parts): Html | null => {
  const { question, choice, at } = page.consent
  if (!question || !at || choice || page.path.split('?')[0] === at.read) return null
  return (
    <section class="cookie-banner" aria-labelledby="cookie-question">
      <div class="frame">
        <h2 id="cookie-question">{question.title}</h2>
        <p>{question.text}</p>
        <CookieAnswers page={page} means="banner" />
        <a href={at.read}>{question.chooseSelf}</a>
      </div>
    </section>
  )
}

type Means = 'banner' | 'page'

/** Yes and no, alike in element, look and size (R1.8). Without JavaScript too, and without a cookie before the answer. */
export const CookieAnswers = ({ page, means }: Parts & { readonly means: Means }): Html | null => {
  const { question, at } = page.consent
  if (!question || !at) return null
  return (
    <form class="cookie-answers" method="post" action={at.answer}>
      <Hidden page={page} means={means} />
      <Button kind="secondary" name="answer" value="all">
        {question.accept}
      </Button>
      <Button kind="secondary" name="answer" value="none">
        {question.reject}
      </Button>
    </form>
  )
}

/** One box for each kind, ticked only where the reader has ticked it before. */
export const CookieKinds = ({ page, label, save }: Parts & { label: string; save: string }): Html | null => {
  const { question, at, kinds } = page.consent
  if (!question || !at) return null
  const options = question.kinds.map(({ kind, label, detail }) => ({ value: kind, label, hint: detail }))
  return (
    <form class="form" method="post" action={at.answer}>
      <Hidden page={page} means="page" />
      <CheckboxGroup
        page={page}
        form={{ values: { kinds }, errors: [] }}
        name="kinds"
        label={label}
        options={options}
      />
      <Button kind="secondary" name="answer" value="chosen">
        {save}
      </Button>
    </form>
  )
}

const Hidden = ({ page, means }: Parts & { readonly means: Means }): Html => (
  <>
    <input type="hidden" name="means" value={means} />
    <input type="hidden" name="returnTo" value={page.path} />
  </>
)
