import { activityInWords } from '#features/policy-pages/index.ts'
import { Alert, ButtonLink, Details, Layout, Section, SummaryList } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import type { Activity, PolicyModel } from '#policy/model.ts'
import { routes } from '#src/routes.ts'
import type { Copy } from './collect-copy.ts'
import { copyTexts } from './copy.texts.ts'
import { patientActivities } from './copy-meaning.ts'
import { copySections } from './copy-scope.ts'
import { readable } from './copy-words.ts'
import { downloadTexts } from './download-copy.texts.ts'
import { Complaint } from './standing.view.tsx'

type Part = { readonly page: Page; readonly copy: Copy }

export function copyView(page: Page, model: PolicyModel, copy: Copy) {
  const t = downloadTexts[page.language]
  return (
    <Layout
      page={page}
      title={t.title}
      lead={t.lead}
      back={{ href: routes.my.rights.overview.href({}), label: t.back }}
    >
      <Alert page={page} kind="warning">
        <p>{t.careful}</p>
      </Alert>
      <p>{t.fileText}</p>
      <p>
        <ButtonLink href={routes.my.download.file.href({})} icon="file" download>
          {t.file}
        </ButtonLink>
      </p>
      <Section title={t.data}>
        {copySections.map((section) => (
          <CopyPart page={page} copy={copy} section={section} />
        ))}
      </Section>
      <Responsible page={page} copy={copy} model={model} />
      <Section title={t.meaning}>
        {patientActivities(model).map((activity) => (
          <Meaning page={page} activity={activity} />
        ))}
        <p>{t.countries}</p>
        <p>
          <a href={routes.my.rights.overview.href({})}>{t.rights}</a>
        </p>
      </Section>
      <Complaint page={page} />
    </Layout>
  )
}

function CopyPart({ page, copy, section }: Part & { readonly section: (typeof copySections)[number] }) {
  const items = copy.sections[section]
  const title = copyTexts[page.language].sections[section]
  return (
    <Details summary={`${title} (${items.length})`}>
      {items.length === 0 ? (
        <p>{downloadTexts[page.language].none}</p>
      ) : (
        items.map((item) => <SummaryList items={readable(item, page.language)} />)
      )}
    </Details>
  )
}

function Responsible({ page, copy, model }: Part & { readonly model: PolicyModel }) {
  const t = downloadTexts[page.language]
  return (
    <Section title={t.who}>
      <ul>
        {copy.controllers.map(({ name, email, phone }) => (
          <li>
            {name}: <a href={`mailto:${email}`}>{email}</a>, {phone}
          </li>
        ))}
      </ul>
      <p>{t.processor(model.controller.name, model.controller.email)}</p>
    </Section>
  )
}

function Meaning({ page, activity }: { readonly page: Page; readonly activity: Activity }) {
  const t = downloadTexts[page.language]
  const said = activityInWords(activity, page.language)
  return (
    <Details summary={activity.sentence[page.language]}>
      <SummaryList
        items={[
          { label: t.purpose, value: said.purpose },
          { label: t.why, value: said.why },
          { label: t.categories, value: said.data },
          { label: t.source, value: said.source },
          { label: t.shared, value: said.shared.join('; ') },
          { label: t.kept, value: said.kept },
          said.sooner.length > 0 && { label: t.sooner, value: said.sooner.join(' ') },
          said.duties.length > 0 && { label: t.duty, value: said.duties.join(' ') },
        ]}
      />
    </Details>
  )
}
