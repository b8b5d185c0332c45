import { activitiesAboutStaff } from '#features/direct-requests/index.ts'
import { activityInWords } from '#features/policy-pages/index.ts'
import { formats } from '#kernel/format.ts'
import { Temporal } from '#kernel/time.ts'
import { Details, Section, SummaryList, Table } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import type { Activity, PolicyModel } from '#policy/model.ts'
import type { OwnSection } from './own-copy.sql.ts'
import { type OwnCopy, type OwnItem, ownSections } from './own-copy.ts'
import { ownDataTexts } from './own-words.texts.ts'
import { readableOwn } from './own-words.ts'
import { viewOwnDataTexts } from './view-own-copy.texts.ts'

type Part = { readonly page: Page; readonly model: PolicyModel }

const shownEvents = 50
const fromTheTrail: readonly OwnSection[] = ['log_ins', 'doings', 'done_with_account']

/** Each kind of thing that is held, folded; of the trail the latest only. What there is nothing of is named in one line. */
export function Held({ page, model, copy }: Part & { readonly copy: OwnCopy }) {
  const said = ownDataTexts[page.language].sections
  const empty = ownSections.filter((section) => copy[section].length === 0).map((section) => said[section])
  return (
    <>
      {ownSections
        .filter((section) => copy[section].length > 0)
        .map((section) => (
          <Details summary={`${said[section]} (${copy[section].length})`} open={section === 'users'}>
            {fromTheTrail.includes(section) ? (
              <Events page={page} model={model} items={copy[section]} title={said[section]} />
            ) : (
              copy[section].map((item) => <SummaryList items={readableOwn({ page, model }, item)} />)
            )}
          </Details>
        ))}
      {empty.length > 0 && <p>{viewOwnDataTexts[page.language].nothing(empty.join('; '))}</p>}
    </>
  )
}

type EventsProps = Part & { readonly items: readonly OwnItem[]; readonly title: string }

function Events({ page, model, items, title }: EventsProps) {
  const t = viewOwnDataTexts[page.language]
  const { dateTime } = formats(page.language)
  const said = (item: OwnItem, name: string) =>
    name in item ? readableOwn({ page, model }, { [name]: item[name] })[0]?.value : '–'
  const timeOf = ({ at }: OwnItem) => (at instanceof Temporal.Instant ? dateTime(at) : '–')
  return (
    <>
      {items.length > shownEvents && <p>{t.latest(shownEvents)}</p>}
      <Table
        caption={title}
        captionHidden
        columns={[
          { label: t.when, heads: true, cell: timeOf },
          { label: t.what, cell: (item) => said(item, 'action') },
          { label: t.result, cell: (item) => said(item, 'result') },
        ]}
        rows={items.slice(0, shownEvents)}
      />
    </>
  )
}

/** What an erasure leaves, why and for how long, from the model that is enforced (T5.3). */
export function Stays({ page, model }: Part) {
  const t = viewOwnDataTexts[page.language]
  return (
    <Section title={t.stays} id="stays" lead={t.staysLead}>
      <StayingList page={page} model={model} />
    </Section>
  )
}

export const StayingList = ({ page, model }: Part) => (
  <ul>
    {activitiesAboutStaff(model)
      .filter(({ data }) => data.includes('access-history'))
      .flatMap((activity) => {
        const { kept, sooner } = activityInWords(activity, page.language)
        return [kept, ...sooner].map((line) => (
          <li>
            {activity.name[page.language]}: {line}
          </li>
        ))
      })}
  </ul>
)

export function Meaning({ page, model }: Part) {
  return (
    <Section title={viewOwnDataTexts[page.language].meaning}>
      {activitiesAboutStaff(model).map((activity) => (
        <OneMeaning page={page} activity={activity} />
      ))}
    </Section>
  )
}

function OneMeaning({ page, activity }: { readonly page: Page; readonly activity: Activity }) {
  const t = viewOwnDataTexts[page.language]
  const said = activityInWords(activity, page.language)
  return (
    <Details summary={activity.name[page.language]}>
      <p>{activity.sentence[page.language]}</p>
      <SummaryList
        items={[
          { label: t.why, value: said.purpose },
          { label: t.responsible, value: said.responsible },
          { label: t.basis, value: said.why },
          { label: t.data, value: said.data },
          { label: t.source, value: said.source },
          { label: t.shared, value: said.shared.join('; ') },
          { label: t.kept, value: said.kept },
        ]}
      />
    </Details>
  )
}
