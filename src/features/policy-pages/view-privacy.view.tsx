import { formats } from '#kernel/format.ts'
import { Temporal } from '#kernel/time.ts'
import { Layout, Section, SummaryList } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import type { Activity, PolicyModel } from '#policy/model.ts'
import { routes } from '#src/routes.ts'
import { privacyTexts } from './privacy.texts.ts'

export function privacyView(page: Page, model: PolicyModel) {
  const t = privacyTexts[page.language]
  const from = formats(page.language).dateLong(Temporal.PlainDate.from(model.validFrom))
  return (
    <Layout page={page} title={t.title} lead={t.lead(model.version, from)}>
      {model.activities.map((activity) => (
        <ActivitySection page={page} activity={activity} />
      ))}
      <p>
        <a href={routes.promises.href({})}>{t.promises}</a>
      </p>
      <p>
        <a href={routes.privacyVersions.list.href({})}>{t.versions}</a>
      </p>
      <Section title={t.rights}>
        <p>{t.rightsText}</p>
      </Section>
    </Layout>
  )
}

function ActivitySection({ page, activity }: { page: Page; activity: Activity }) {
  const t = privacyTexts[page.language]
  const { basis, retention, recipients, data } = activity
  return (
    <Section title={activity.sentence[page.language]}>
      <p>{activity.role === 'processor' ? t.processor : t.controller}</p>
      <SummaryList
        items={[
          { label: t.data, value: data.map((category) => t.categories[category]).join(', ') },
          { label: t.why, value: t.bases[basis.article6] + (basis.law ? ` (${basis.law})` : '') },
          { label: t.shared, value: recipients.map((recipient) => t.recipients[recipient]).join(', ') || t.nobody },
          { label: t.kept, value: `${t.period(retention.maximum.period)} ${t.from[retention.from]}` },
        ]}
      />
    </Section>
  )
}
