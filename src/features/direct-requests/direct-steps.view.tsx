import { Button, Checkbox, Form, Section, TextArea } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { answerDirectTexts } from './answer-direct.texts.ts'
import type { DirectRow } from './direct-requests.sql.ts'

type StepPart = { readonly page: Page; readonly found: DirectRow; readonly form: FormState }

/** Two further months, with a reason that the person is told (GDPR art. 12(3)). */
export function ExtendDirect({ page, found, form: whole }: StepPart) {
  const t = answerDirectTexts[page.language]
  const form = { values: whole.values, errors: whole.errors.filter(({ field }) => field === 'reason') }
  return (
    <Section title={t.extendTitle} lead={t.extendText}>
      <Form page={page} form={form} action={routes.directRequest.extension.href({ rightsRequestId: found.id })}>
        <TextArea page={page} form={form} name="reason" label={t.extendReason} maxLength={1000} rows={2} />
        <Button kind="secondary">{t.extend}</Button>
      </Form>
    </Section>
  )
}

/** The person is told first (GDPR art. 18(3)). */
export function LiftDirect({ page, found, form }: StepPart) {
  const t = answerDirectTexts[page.language]
  return (
    <Section title={t.liftTitle} lead={t.liftText}>
      <Form page={page} form={form} action={routes.directRequest.lifting.href({ rightsRequestId: found.id })}>
        <TextArea page={page} form={form} name="reason" label={t.liftNote} maxLength={1000} rows={2} />
        <Checkbox page={page} form={form} name="told" label={t.told} />
        <Button kind="secondary">{t.lift}</Button>
      </Form>
    </Section>
  )
}
