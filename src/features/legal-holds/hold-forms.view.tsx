import type { Id } from '#kernel/ids.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  DateField,
  Form,
  RadioGroup,
  Section,
  TextArea,
} from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { OpenedHold, ShownHolds } from './holds-page.ts'
import { holdTexts } from './legal-holds.texts.ts'

export type StepsProps = { readonly page: Page; readonly caseId: Id<'case'>; readonly hold: OpenedHold }

/** Whether the reason is still there, and until when. */
export function ReviewForm({ page, caseId, hold, form }: StepsProps & { readonly form: FormState }) {
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

type PlaceProps = { readonly page: Page; readonly shown: ShownHolds; readonly form: FormState }

/** A new hold. */
export function PlaceForm({ page, shown: { found, grounds }, form }: PlaceProps) {
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
