import type { FormState, Page } from '../html/page.ts'

/** What every field is told: the page for its words, the form for what was typed and what was wrong with it. */
export type FieldProps = {
  readonly page: Page
  readonly form: FormState
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  /** Fields are required unless marked; the mark "(frivilligt)" is what a reader sees. */
  readonly optional?: boolean | undefined
  readonly autocomplete?: string | undefined
}

/** The id that error links and labels point to. Of a group, its first field carries it. */
export const fieldId = (name: string): string => `field-${name}`

export const valueOf = (form: FormState, name: string): string => {
  const value = form.values[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

export const valuesOf = (form: FormState, name: string): readonly string[] => {
  const value = form.values[name]
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}

export const errorOf = (form: FormState, name: string): string | null =>
  form.errors.find((error) => error.field === name)?.message ?? null

/** The ids of hint and error of a field, for `aria-describedby`; undefined where it has neither. */
export const describedBy = (field: FieldProps, always = false): string | undefined => {
  const id = fieldId(field.name)
  const ids = [
    field.hint !== undefined || always ? `${id}-hint` : '',
    errorOf(field.form, field.name) !== null ? `${id}-error` : '',
  ]
  return ids.filter((part) => part !== '').join(' ') || undefined
}
