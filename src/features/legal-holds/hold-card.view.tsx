import { formats } from '#kernel/format.ts'
import { dayOf } from '#kernel/time.ts'
import { ButtonLink, ButtonRow, Card, SummaryList, Tag } from '#platform/design/index.ts'
import type { HoldGround } from '#policy/hold-grounds.ts'
import type { StepsProps } from './hold-forms.view.tsx'
import { isDue } from './is-due.ts'
import { holdTexts } from './legal-holds.texts.ts'

type CardProps = StepsProps & {
  readonly grounds: readonly HoldGround[]
  /** Told beside it where the page is not the case's. */
  readonly caseNumber?: string
}

/** One hold, with the steps that its reader can take. */
export function HoldCard({ page, hold, ways, grounds, caseNumber }: CardProps) {
  const t = holdTexts[page.language]
  const { dateLong } = formats(page.language)
  const since = dateLong(dayOf(hold.placed_at))
  const ground = grounds.find(({ id }) => id === hold.reason)
  return (
    <Card
      title={t.grounds[hold.reason].short}
      level={3}
      tag={isDue(hold.review_on, page.now) && <Tag tone="warning">{t.due}</Tag>}
    >
      <SummaryList
        items={[
          caseNumber !== undefined && { label: t.leftNumber, value: caseNumber },
          hold.why !== null && { label: t.why, value: hold.why },
          ground !== undefined && { label: t.law, value: ground.law[page.language] },
          { label: t.since, value: hold.placed_by_name ? t.sinceBy(since, hold.placed_by_name) : since },
          hold.review_on && { label: t.reviewOn, value: dateLong(hold.review_on) },
        ]}
      />
      {hold.review_on ? <HoldSteps page={page} hold={hold} ways={ways} /> : <p>{t.byItself}</p>}
    </Card>
  )
}

function HoldSteps({ page, hold, ways }: StepsProps) {
  const t = holdTexts[page.language]
  const which = <span class="visually-hidden">{t.which(t.grounds[hold.reason].short)}</span>
  return (
    <ButtonRow>
      <ButtonLink href={ways.ask.review} kind="secondary">
        {t.keep}
        {which}
      </ButtonLink>
      <ButtonLink href={ways.ask.lift} kind="secondary">
        {t.lift}
        {which}
      </ButtonLink>
    </ButtonRow>
  )
}
