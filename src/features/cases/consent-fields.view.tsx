import { consentMeans, transferConsentTexts } from '#features/consent/index.ts'
import { Checkbox, DateField, RadioGroup } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { consentFieldTexts } from './consent-fields.texts.ts'

/** The very text that the patient agreed to, and the mark: never ticked in advance. */
export function ConsentFields({ page, form, optional }: { page: Page; form: FormState; optional?: boolean }) {
  const t = consentFieldTexts[page.language]
  const hint = optional ? t.onlyWithMark : undefined
  const options = consentMeans.map((value) => ({ value, label: t.meansOf[value] }))
  return (
    <>
      <p>{t.statementLead}</p>
      <blockquote>
        <p>{transferConsentTexts[page.language].statement}</p>
      </blockquote>
      <Checkbox page={page} form={form} name="consent" label={t.consent} />
      <DateField page={page} form={form} name="consentedOn" label={t.consentedOn} hint={hint} />
      <RadioGroup page={page} form={form} name="means" label={t.means} options={options} hint={hint} />
    </>
  )
}
