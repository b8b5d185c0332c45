import { formats } from '#kernel/format.ts'
import { texts } from '#kernel/language.ts'
import { Temporal } from '#kernel/time.ts'
import { Layout, Section } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import type { PolicyModel } from '#policy/model.ts'
import { routes } from '#src/routes.ts'

const words = texts(
  {
    title: 'Vilkår for brug',
    lead: (version: string, from: string) => `Version ${version}, gælder fra ${from}.`,
    versions: 'Se tidligere versioner',
  },
  {
    title: 'Terms of use',
    lead: (version: string, from: string) => `Version ${version}, valid from ${from}.`,
    versions: 'See earlier versions',
  },
)

export function termsView(page: Page, { terms, version, validFrom }: PolicyModel) {
  const t = words[page.language]
  const from = formats(page.language).dateLong(Temporal.PlainDate.from(validFrom))
  return (
    <Layout page={page} title={t.title} lead={t.lead(version, from)}>
      {terms.map(({ heading, text }) => (
        <Section title={heading[page.language]}>
          <p>{text[page.language]}</p>
        </Section>
      ))}
      <p>
        <a href={routes.privacyVersions.list.href({})}>{t.versions}</a>
      </p>
    </Layout>
  )
}
