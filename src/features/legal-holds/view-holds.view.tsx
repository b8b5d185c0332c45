import { formats } from '#kernel/format.ts'
import { dayOf } from '#kernel/time.ts'
import { Button, ButtonLink, ButtonRow, Card, Form, Layout, Section, SummaryList, Tag } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { PlaceForm, ReviewForm, type StepsProps } from './hold-forms.view.tsx'
import type { OpenedHold, Sent, ShownHolds } from './holds-page.ts'
import { isDue } from './is-due.ts'
import { holdTexts } from './legal-holds.texts.ts'

/** With `sent` the form that came back; a `holdId` in it, or in the address, asks about that hold alone. */
export function holdsView(page: Page, shown: ShownHolds, sent: Sent | null) {
  const t = holdTexts[page.language]
  const { found, holds } = shown
  const reviewed = holds.find(({ id }) => id === (sent?.holdId ?? reviewIn(page)))
  const form = sent?.form ?? shown.starting
  return (
    <Layout
      page={page}
      title={t.title(found.case_number)}
      lead={t.lead}
      back={{ href: routes.case.show.href({ caseId: found.id }), label: t.back(found.case_number) }}
    >
      {!reviewed && (
        <Section title={t.inForce}>
          {holds.length === 0 && <p>{t.none}</p>}
          {holds.map((hold) => (
            <HoldCard page={page} shown={shown} hold={hold} />
          ))}
        </Section>
      )}
      {reviewed ? (
        <ReviewForm page={page} caseId={found.id} hold={reviewed} form={form} />
      ) : (
        <PlaceForm page={page} shown={shown} form={form} />
      )}
    </Layout>
  )
}

const reviewIn = ({ path }: Page): string | null =>
  new URL(path, 'https://klinikbro.invalid').searchParams.get('review')

type HoldProps = { readonly page: Page; readonly shown: ShownHolds; readonly hold: OpenedHold }

function HoldCard({ page, shown: { found, grounds }, hold }: HoldProps) {
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
          hold.why !== null && { label: t.why, value: hold.why },
          ground !== undefined && { label: t.law, value: ground.law[page.language] },
          { label: t.since, value: hold.placed_by_name ? t.sinceBy(since, hold.placed_by_name) : since },
          hold.review_on && { label: t.reviewOn, value: dateLong(hold.review_on) },
        ]}
      />
      {hold.review_on ? <HoldSteps page={page} caseId={found.id} hold={hold} /> : <p>{t.byItself}</p>}
    </Card>
  )
}

function HoldSteps({ page, caseId, hold }: StepsProps) {
  const t = holdTexts[page.language]
  const which = <span class="visually-hidden">{t.which(t.grounds[hold.reason].short)}</span>
  return (
    <ButtonRow>
      <ButtonLink href={routes.legalHold.show.href({ caseId }, { review: hold.id })} kind="secondary">
        {t.keep}
        {which}
      </ButtonLink>
      <Form page={page} action={routes.legalHold.lifting.href({ caseId, legalHoldId: hold.id })} class="button-row">
        <Button kind="secondary">
          {t.lift}
          {which}
        </Button>
      </Form>
    </ButtonRow>
  )
}
