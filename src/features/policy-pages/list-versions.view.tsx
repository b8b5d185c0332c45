import { formats } from '#kernel/format.ts'
import { Temporal } from '#kernel/time.ts'
import { Layout, Table, Tag } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import type { PolicyModel } from '#policy/model.ts'
import type { PolicyVersion } from '#policy/version.ts'
import { routes } from '#src/routes.ts'
import { versionsTexts } from './versions.texts.ts'

export function versionsView(page: Page, versions: readonly PolicyVersion[], served: PolicyModel) {
  const t = versionsTexts[page.language]
  const { dateLong } = formats(page.language)
  return (
    <Layout page={page} title={t.title} lead={t.lead} wide back={{ href: routes.privacy.href({}), label: t.back }}>
      <Table
        caption={t.title}
        captionHidden
        columns={[
          { label: t.version, heads: true, cell: (one) => <Which page={page} one={one} served={served} /> },
          { label: t.from, cell: ({ validFrom }) => dateLong(Temporal.PlainDate.from(validFrom)) },
          { label: t.changed, cell: ({ model }) => <Change page={page} model={model} /> },
          { label: t.hash, cell: ({ hash }) => hash.slice(0, 16) },
        ]}
        rows={versions}
      />
    </Layout>
  )
}

type WhichProps = { readonly page: Page; readonly one: PolicyVersion; readonly served: PolicyModel }

function Which({ page, one: { version }, served }: WhichProps) {
  const t = versionsTexts[page.language]
  return (
    <>
      {t.which(version)} {version === served.version && <Tag tone="success">{t.now}</Tag>}
      <br />
      <a href={routes.privacyVersions.show.href({ version })}>
        {t.policy} <span class="visually-hidden">{t.which(version)}</span>
      </a>
      <br />
      <a href={routes.privacyVersions.terms.href({ version })}>
        {t.terms} <span class="visually-hidden">{t.which(version)}</span>
      </a>
    </>
  )
}

function Change({ page, model: { change } }: { readonly page: Page; readonly model: PolicyModel }) {
  const t = versionsTexts[page.language]
  if (!change) return <span>{t.first}</span>
  return (
    <>
      <Tag tone={change.important ? 'warning' : 'neutral'}>{change.important ? t.important : t.minor}</Tag>{' '}
      {change.summary[page.language]}
    </>
  )
}
