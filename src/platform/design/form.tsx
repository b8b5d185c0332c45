import type { Child, Html } from '#jsx/jsx-runtime'
import type { FormState, Page } from '../html/page.ts'
import { describedBy, errorOf, type FieldProps, fieldId } from './form-values.ts'
import { Icon } from './icon.tsx'
import { words } from './words.ts'

type FormProps = {
  readonly page: Page
  readonly action: string
  readonly method?: 'get' | 'post' | undefined
  /** With errors, their summary is shown above the fields. */
  readonly form?: FormState | undefined
  readonly encType?: 'application/x-www-form-urlencoded' | 'multipart/form-data' | undefined
  readonly class?: string | undefined
  readonly children: Child
}

/** A form with its forgery token (when it posts) and the summary of its errors. Browsers' own validation is off. */
export const Form = ({ page, action, method = 'post', form, encType, children, class: kind }: FormProps): Html => (
  <form class={kind ?? 'form'} action={action} method={method} enctype={encType} novalidate data-guard>
    {method === 'post' && <input type="hidden" name="_csrf" value={page.csrfToken} />}
    {form && <ErrorSummary page={page} form={form} />}
    {children}
  </form>
)

/** The list of errors with links to their fields; nothing when there are none. `Form` shows it by itself. */
export const ErrorSummary = ({ page, form }: { readonly page: Page; readonly form: FormState }): Html | null => {
  if (form.errors.length === 0) return null
  return (
    <div class="error-summary" role="alert" tabindex="-1" data-focus aria-labelledby="error-summary-heading">
      <h2 id="error-summary-heading">
        <Icon name="error" />
        {form.heading ?? words[page.language].errorsHeading}
      </h2>
      <ul>
        {form.errors.map((error) => (
          <li>{error.field === '' ? error.message : <a href={`#${fieldId(error.field)}`}>{error.message}</a>}</li>
        ))}
      </ul>
    </div>
  )
}

/** The label's text with its mark for what need not be answered. */
const LabelText = ({ field }: { readonly field: FieldProps }): Html => (
  <>
    {field.label}
    {field.optional === true && <span class="optional"> {words[field.page.language].optional}</span>}
  </>
)

/** Hint and error of a field, with the ids its `aria-describedby` names. */
export const HintAndError = ({ field, extra }: { readonly field: FieldProps; readonly extra?: Child }): Html => {
  const error = errorOf(field.form, field.name)
  const id = fieldId(field.name)
  return (
    <>
      {(field.hint !== undefined || extra !== undefined) && (
        <p class="hint" id={`${id}-hint`}>
          {field.hint}
          {field.hint !== undefined && extra !== undefined && '. '}
          {extra}
        </p>
      )}
      {error !== null && (
        <p class="field-error" id={`${id}-error`}>
          <strong>{words[field.page.language].error}</strong> {error}
        </p>
      )}
    </>
  )
}

/** The group around a field: a rule on its left when something is wrong. */
export const fieldClass = (field: FieldProps): string =>
  errorOf(field.form, field.name) === null ? 'field' : 'field field-wrong'

/** One label, one control. */
export const FieldFrame = (props: {
  readonly field: FieldProps
  readonly extra?: Child
  readonly children: Child
}): Html => (
  <div class={fieldClass(props.field)}>
    <label for={fieldId(props.field.name)}>
      <LabelText field={props.field} />
    </label>
    <HintAndError field={props.field} extra={props.extra} />
    {props.children}
  </div>
)

/** Several controls, one question. */
export const GroupFrame = (props: { readonly field: FieldProps; readonly children: Child }): Html => (
  <fieldset class={fieldClass(props.field)} aria-describedby={describedBy(props.field)}>
    <legend>
      <LabelText field={props.field} />
    </legend>
    <HintAndError field={props.field} />
    {props.children}
  </fieldset>
)
