import { Alert, TextArea } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { caseFieldTexts } from './case-fields.ts'
import { detailMaxLength } from './case-form.ts'
import type { TreatmentRow } from './create-case.sql.ts'
import { createCaseTexts } from './create-case.texts.ts'

type Asking = { readonly page: Page; readonly form: FormState; readonly asked: TreatmentRow['fields'] }

/** The health fields that a treatment asks for, and what must not be written in them. */
export function DetailFields({ page, form, asked }: Asking) {
  const t = createCaseTexts[page.language]
  return (
    <>
      <Alert page={page} kind="warning" title={t.geneticsTitle}>
        <p>{t.genetics}</p>
      </Alert>
      {asked.map(({ field, required }) => (
        <TextArea
          page={page}
          form={form}
          {...caseFieldTexts[page.language][field]}
          name={field}
          optional={!required}
          maxLength={detailMaxLength}
          rows={3}
        />
      ))}
    </>
  )
}
