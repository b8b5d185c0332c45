import { Button, Checkbox, Form, RadioGroup, Section, TextArea } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { answerTexts } from './answer-request.texts.ts'
import type { OpenedRequest } from './found-request.ts'
import { rightTexts } from './rights.texts.ts'
import { staffMeans } from './rights.ts'

export type RequestPart = { readonly page: Page; readonly request: OpenedRequest; readonly form: FormState }

/** The page has several forms: each shows what is wrong with its own fields only. */
export const ofForm = (form: FormState, concerns: (field: string) => boolean): FormState => ({
  values: form.values,
  errors: form.errors.filter(({ field }) => concerns(field)),
})

/** A named colleague says how it was made sure who asks (GDPR art. 12(6)). */
export function IdentityForm({ page, request: { found }, form }: RequestPart) {
  const t = answerTexts[page.language]
  const options = staffMeans.map((means) => ({ value: means, label: rightTexts[page.language].means[means] }))
  return (
    <Section title={t.identityTitle}>
      <Form page={page} form={form} action={routes.rights.identityCheck.href({ rightsRequestId: found.id })}>
        <RadioGroup page={page} form={form} name="means" label={t.means} options={options} />
        <Button>{t.identify}</Button>
      </Form>
    </Section>
  )
}

/** Two further months, with a reason that the person is told (GDPR art. 12(3)). */
export function ExtendForm({ page, request: { found }, form: whole }: RequestPart) {
  const t = answerTexts[page.language]
  const form = ofForm(whole, (field) => field === 'reason')
  return (
    <Section title={t.extendTitle} lead={t.extendText}>
      <Form page={page} form={form} action={routes.rights.extension.href({ rightsRequestId: found.id })}>
        <TextArea page={page} form={form} name="reason" label={t.extendReason} maxLength={1000} rows={2} />
        <Button kind="secondary">{t.extend}</Button>
      </Form>
    </Section>
  )
}

/** The person is told first (GDPR art. 18(3)). */
export function LiftForm({ page, request: { found }, form }: RequestPart) {
  const t = answerTexts[page.language]
  return (
    <Section title={t.liftTitle} lead={t.liftText}>
      <Form page={page} form={form} action={routes.rights.lifting.href({ rightsRequestId: found.id })}>
        <TextArea page={page} form={form} name="reason" label={t.liftNote} maxLength={1000} rows={2} />
        <Checkbox page={page} form={form} name="told" label={t.told} />
        <Button kind="secondary">{t.lift}</Button>
      </Form>
    </Section>
  )
}
