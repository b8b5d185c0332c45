import { formats } from '#kernel/format.ts'
import { texts } from '#kernel/language.ts'
import { Temporal } from '#kernel/time.ts'
import { Layout, Table } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import type { PolicyVersion } from '#policy/version.ts'
import { routes } from '#src/routes.ts'

const words = texts(
  {
    title: 'Tidligere versioner',
    lead: 'Ændringer gælder kun fremad. Hver version kan læses, som den var. Kontrolsummen viser, at teksten ikke er ændret siden.',
    version: 'Version',
    from: 'Gælder fra',
    hash: 'Kontrolsum (SHA-256)',
    back: 'Dine oplysninger',
  },
  {
    title: 'Earlier versions',
    lead: 'Changes apply to the future only. Each version can be read as it was. The checksum shows that the text has not changed since.',
    version: 'Version',
    from: 'Valid from',
    hash: 'Checksum (SHA-256)',
    back: 'Your information',
  },
)

export function versionsView(page: Page, versions: readonly PolicyVersion[]) {
  const t = words[page.language]
  const { dateLong } = formats(page.language)
  return (
    <Layout page={page} title={t.title} lead={t.lead} back={{ href: routes.privacy.href({}), label: t.back }}>
      <Table
        caption={t.title}
        columns={[
          {
            label: t.version,
            heads: true,
            cell: ({ version }: PolicyVersion) => (
              <a href={routes.privacyVersions.show.href({ version })}>
                {t.version} {version}
              </a>
            ),
          },
          { label: t.from, cell: ({ validFrom }: PolicyVersion) => dateLong(Temporal.PlainDate.from(validFrom)) },
          { label: t.hash, cell: ({ hash }: PolicyVersion) => hash.slice(0, 16) },
        ]}
        rows={versions}
      />
    </Layout>
  )
}
