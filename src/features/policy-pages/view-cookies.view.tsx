import { Layout, Section, Table } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import type { Cookie } from '#policy/cookies.ts'
import type { PolicyModel } from '#policy/model.ts'
import { cookieTexts } from './cookies.texts.ts'

export function cookiesView(page: Page, model: PolicyModel) {
  const t = cookieTexts[page.language]
  const onlyNecessary = model.cookies.every(({ kind }) => kind === 'necessary')
  return (
    <Layout page={page} title={t.title} lead={onlyNecessary ? t.onlyNecessary : t.lead}>
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

function lifetime(page: Page, { lifetime: lasts }: Cookie): string {
  const t = cookieTexts[page.language]
  return lasts === 'browser-session' ? t.browserSession : t.days(lasts.days)
}

const setter = ({ controller, processors }: PolicyModel, { setBy }: Cookie) =>
  processors.find(({ id }) => id === setBy)?.name ?? controller.name
