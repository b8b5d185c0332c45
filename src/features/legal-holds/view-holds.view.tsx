import { formats } from '#kernel/format.ts'
import type { Id } from '#kernel/ids.ts'
import { dayOf, Temporal } from '#kernel/time.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  Card,
  DateField,
  Form,
  Layout,
  RadioGroup,
  Section,
  SummaryList,
  Tag,
  TextArea,
} from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import type { HoldGround } from '#policy/hold-grounds.ts'
import { routes } from '#src/routes.ts'
import type { HeldCaseRow } from './legal-holds.sql.ts'
import { holdTexts } from './legal-holds.texts.ts'
import type { OpenedHold, Sent } from './view-holds.ts'

type Shown = {
  readonly found: HeldCaseRow
  readonly grounds: readonly HoldGround[]
  readonly holds: readonly OpenedHold[]
  /** The day that is filled in beforehand. */
  readonly starting: FormState
}

/** With `sent` the form that came back; a `holdId` in it, or in the address, asks about that hold alone. */
export function holdsView(page: Page, shown: Shown, sent: Sent | null) {
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

export const isDue = (reviewOn: Temporal.PlainDate | null, now: Temporal.Instant): boolean =>
  reviewOn !== null && Temporal.PlainDate.compare(reviewOn, dayOf(now)) <= 0

type HoldProps = { readonly page: Page; readonly shown: Shown; readonly hold: OpenedHold }

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

type StepsProps = { readonly page: Page; readonly caseId: Id<'case'>; readonly hold: OpenedHold }

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

function ReviewForm({ page, caseId, hold, form }: StepsProps & { readonly form: FormState }) {
  const t = holdTexts[page.language]
  return (
    <Section title={`${t.keepTitle}: ${t.grounds[hold.reason].short}`} lead={t.keepLead}>
      {hold.why !== null && (
        <blockquote>
          <p>{hold.why}</p>
        </blockquote>
      )}
      <Form page={page} form={form} action={routes.legalHold.review.href({ caseId, legalHoldId: hold.id })}>
        <DateField page={page} form={form} name="reviewOn" label={t.reviewLabel} hint={t.reviewHint} />
        <ButtonRow>
          <Button>{t.keepSave}</Button>
          <ButtonLink href={routes.legalHold.show.href({ caseId })} kind="secondary">
            {t.inForce}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Section>
  )
}

type PlaceProps = { readonly page: Page; readonly shown: Shown; readonly form: FormState }

function PlaceForm({ page, shown: { found, grounds }, form }: PlaceProps) {
  const t = holdTexts[page.language]
  const options = grounds.map(({ id, name, sentence }) => ({
    value: id,
    label: name[page.language],
    hint: sentence[page.language],
  }))
  return (
    <Section title={t.placeTitle} lead={t.placeLead}>
      <Form page={page} form={form} action={routes.legalHold.place.href({ caseId: found.id })}>
        <RadioGroup page={page} form={form} name="reason" label={t.reason} options={options} />
        <TextArea page={page} form={form} name="why" label={t.whyLabel} hint={t.whyHint} maxLength={500} rows={3} />
        <DateField page={page} form={form} name="reviewOn" label={t.reviewLabel} hint={t.reviewHint} />
        <Button>{t.place}</Button>
      </Form>
    </Section>
  )
}
