import { formats } from '#kernel/format.ts'
import { CookieAnswers, CookieKinds, Layout, Section, Table } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import type { Cookie } from '#policy/cookies.ts'
import type { PolicyModel } from '#policy/model.ts'
import { cookieTexts } from './cookies.texts.ts'

export function cookiesView(page: Page, model: PolicyModel) {
  const t = cookieTexts[page.language]
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
        caption={t.caption}
        columns={[
          { label: t.name, cell: (cookie: Cookie) => cookie.name, heads: true },
          { label: t.kind, cell: (cookie: Cookie) => t.kinds[cookie.kind] },
          { label: t.purpose, cell: (cookie: Cookie) => cookie.purpose[page.language] },
          { label: t.lifetime, cell: (cookie: Cookie) => lifetime(page, cookie) },
          { label: t.setBy, cell: (cookie: Cookie) => setter(model, cookie) },
        ]}
        rows={model.cookies}
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

function lifetime({ language }: Page, { lifetime: lasts, keptIn }: Cookie): string {
  const t = cookieTexts[language]
  const place = keptIn ? t.inStorage : ''
  if (lasts === 'browser-session') return t.browserSession + place
  return ('days' in lasts ? t.days(lasts.days) : t.minutes(lasts.minutes)) + place
}

const setter = ({ controller, processors }: PolicyModel, { setBy }: Cookie) =>
  processors.find(({ id }) => id === setBy)?.name ?? controller.name
