import { formats } from '#kernel/format.ts'
import { CookieAnswers, CookieKinds, Layout, Section, Table } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import type { PolicyModel } from '#policy/model.ts'
import { cookieTexts } from './cookies.texts.ts'
import { registerInWords } from './register-in-words.ts'

export function cookiesView(page: Page, model: PolicyModel) {
  const t = cookieTexts[page.language]
  const { caption, heads, rows } = registerInWords(model, page.language)
  const onlyNecessary = model.cookies.every(({ kind }) => kind === 'necessary')
  return (
    <Layout page={page} title={t.title} lead={onlyNecessary ? t.onlyNecessary : t.lead}>
      {page.consent.question && (
        <Section title={t.choiceTitle}>
          <p>{standingOf(page)}</p>
          <CookieAnswers page={page} means="page" />
          <CookieKinds page={page} label={t.chooseLegend} save={t.save} />
          <p>{t.askedAgain}</p>
        </Section>
      )}
      <Table
        caption={caption}
        columns={heads.map((label, at) => ({ label, heads: at === 0, cell: (row: readonly string[]) => row[at] }))}
        rows={rows}
      />
      <Section title={t.refuseTitle}>
        <p>{t.refuse}</p>
        <p>{t.browsers}</p>
      </Section>
    </Layout>
  )
}

/** What the reader has answered, in a sentence. */
function standingOf({ language, consent }: Page): string {
  const t = cookieTexts[language]
  const { choice, kinds, question } = consent
  if (!choice) return t.notChosen
  const when = formats(language).dateTime(choice.chosenAt)
  const labels = (question?.kinds ?? [])
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ label }) => label.toLowerCase())
  return labels.length === 0 ? t.saidNo(when) : t.saidYes(labels.join(', '), when)
}
