import { consentMeans } from '#features/consent/index.ts'
import { Checkbox, DateField, RadioGroup } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import type { AskedConsent } from '#policy/consent-form.ts'
import { consentFieldTexts } from './consent-fields.texts.ts'

type Asking = {
  readonly page: Page
  readonly form: FormState
  readonly asked: AskedConsent
  readonly optional?: boolean
}

/** The very words that the patient agreed to, from the policy, and the mark: never ticked in advance. */
export function ConsentFields({ page, form, asked, optional }: Asking) {
  const t = consentFieldTexts[page.language]
  const hint = optional ? t.onlyWithMark : undefined
  const options = consentMeans.map((value) => ({ value, label: t.meansOf[value] }))
  return (
    <>
      <p>{t.statementLead}</p>
      <blockquote>
        <p>{asked.statement[page.language]}</p>
      </blockquote>
      <p>{asked.withdrawing[page.language]}</p>
      <Checkbox page={page} form={form} name="consent" label={t.consent} />
      <DateField page={page} form={form} name="consentedOn" label={t.consentedOn} hint={hint} />
      <RadioGroup page={page} form={form} name="means" label={t.means} options={options} hint={hint} />
    </>
  )
}
