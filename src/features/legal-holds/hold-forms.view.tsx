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
import type { Ways } from './hold-steps.ts'
import type { OpenedHold, ShownHolds, Step } from './holds-page.ts'
import { holdTexts } from './legal-holds.texts.ts'

export type StepsProps = { readonly page: Page; readonly hold: OpenedHold; readonly ways: Ways }

/** Whether the reason is still there, and until when; or why it has gone. */
export function StepForm({
  page,
  hold,
  ways,
  form,
  step,
}: StepsProps & { readonly form: FormState; readonly step: Step }) {
  const t = holdTexts[page.language]
  const [title, lead] = step === 'review' ? [t.keepTitle, t.keepLead] : [t.liftTitle, t.liftLead]
  return (
    <Section title={`${title}: ${t.grounds[hold.reason].short}`} lead={lead}>
      {hold.why !== null && (
        <blockquote>
          <p>{hold.why}</p>
        </blockquote>
      )}
      <Form page={page} form={form} action={ways.send[step]}>
        {step === 'review' ? (
          <DateField page={page} form={form} name="reviewOn" label={t.reviewLabel} hint={t.reviewHint} />
        ) : (
          <TextArea
            page={page}
            form={form}
            name="why"
            label={t.liftWhyLabel}
            hint={t.liftWhyHint}
            maxLength={500}
            rows={3}
          />
        )}
        <ButtonRow>
          <Button>{step === 'review' ? t.keepSave : t.lift}</Button>
          <ButtonLink href={ways.page} kind="secondary">
            {t.leave}
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
