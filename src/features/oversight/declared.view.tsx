import { activityInWords } from '#features/policy-pages/index.ts'
import { formats } from '#kernel/format.ts'
import { Temporal } from '#kernel/time.ts'
import { Section, Table, Tag } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { WatchedActivity, WatchedProcessor, WatchedThirdParty } from './declared.ts'
import { declaredTexts } from './oversight.texts.ts'

/** What is processed, why and on what basis, and what was decided under it. The record says the rest of each. */
export function Activities({
  page,
  activities,
}: {
  readonly page: Page
  readonly activities: readonly WatchedActivity[]
}) {
  const t = declaredTexts[page.language]
  const said = ({ activity }: WatchedActivity) => activityInWords(activity, page.language)
  const { number } = formats(page.language)
  return (
    <Section title={t.activities} lead={t.activitiesLead}>
      <Table
        caption={t.activities}
        captionHidden
        columns={[
          {
            label: t.activity,
            heads: true,
            cell: ({ isInRecord, activity: { id, name } }) =>
              isInRecord ? (
                <a href={`${routes.article30.show.href({})}#${id.replaceAll('.', '-')}`}>{name[page.language]}</a>
              ) : (
                name[page.language]
              ),
          },
          { label: t.purpose, cell: (one) => `${said(one).purpose}; ${said(one).why}` },
          { label: t.allowed, align: 'end', cell: ({ allowed }) => number(allowed) },
          { label: t.refused, align: 'end', cell: ({ refused }) => number(refused) },
        ]}
        rows={activities}
      />
      <p>
        <a href={routes.article30.show.href({})}>{t.record}</a>
      </p>
    </Section>
  )
}

/** Who works for us, where, since when and how what they get is kept safe. */
export function Processors({
  page,
  processors,
}: {
  readonly page: Page
  readonly processors: readonly WatchedProcessor[]
}) {
  const t = declaredTexts[page.language]
  const { dateShort } = formats(page.language)
  return (
    <Section title={t.processors}>
      <Table
        caption={t.processors}
        captionHidden
        columns={[
          { label: t.name, heads: true, cell: ({ processor }) => processor.name },
          { label: t.does, cell: ({ processor }) => processor.does[page.language] },
          { label: t.where, cell: ({ processor }) => processor.country },
          {
            label: t.agreed,
            cell: ({ processor, isOld }) => (
              <>
                {dateShort(Temporal.PlainDate.from(processor.agreedOn))} {isOld && <Tag tone="warning">{t.old}</Tag>}
              </>
            ),
          },
          { label: t.measures, cell: ({ processor }) => processor.measures[page.language] },
          { label: t.used, cell: ({ sites }) => sites.map((site) => t.sites[site] ?? site).join(', ') },
        ]}
        rows={processors}
      />
    </Section>
  )
}

/** What else the sites can call, and whether they do. */
export function ThirdParties({
  page,
  thirdParties,
}: {
  readonly page: Page
  readonly thirdParties: readonly WatchedThirdParty[]
}) {
  const t = declaredTexts[page.language]
  return (
    <Section title={t.thirdParties} lead={t.thirdPartiesLead}>
      <Table
        caption={t.thirdParties}
        captionHidden
        columns={[
          { label: t.kind, heads: true, cell: ({ type }) => t.kinds[type] },
          {
            label: t.state,
            cell: ({ live }) => <Tag tone={live.length > 0 ? 'info' : 'neutral'}>{live.length > 0 ? t.on : t.off}</Tag>,
          },
          {
            label: t.who,
            cell: ({ live }) =>
              live
                .map(({ site, processor, thirdParty }) => `${processor} (${thirdParty.host}), ${t.sites[site] ?? site}`)
                .join('; ') || '–',
          },
        ]}
        rows={thirdParties}
      />
    </Section>
  )
}
