// The elements of forms, apart because they ask most: something must name every field, and a button says what it does.
import type { Aria, Common, Flag, Holding, Quantity, Text } from './jsx-attributes.ts'

type Named = { id: string } | { 'aria-label': string } | { 'aria-labelledby': string }

type Field = Common & {
  autocomplete?: Text
  disabled?: Flag
  form?: Text
  name?: Text
  readonly?: Flag
  required?: Flag
}

type VisibleInput = Field & {
  type:
    | 'text'
    | 'search'
    | 'tel'
    | 'url'
    | 'email'
    | 'password'
    | 'date'
    | 'month'
    | 'week'
    | 'time'
    | 'number'
    | 'range'
    | 'checkbox'
    | 'radio'
    | 'file'
  accept?: Text
  autocapitalize?: 'off' | 'none' | 'sentences' | 'words' | 'characters' | undefined
  capture?: Text
  checked?: Flag
  dirname?: Text
  enterkeyhint?: 'enter' | 'done' | 'go' | 'next' | 'previous' | 'search' | 'send' | undefined
  inputmode?: 'none' | 'text' | 'tel' | 'url' | 'email' | 'numeric' | 'decimal' | 'search' | undefined
  list?: Text
  max?: Quantity
  maxlength?: Quantity
  min?: Quantity
  minlength?: Quantity
  multiple?: Flag
  pattern?: Text
  placeholder?: Text
  size?: Quantity
  step?: Quantity
  value?: Quantity
} & Named

type HiddenInput = {
  type: 'hidden'
  name: string
  value: Quantity
  id?: Text
  form?: Text
  disabled?: Flag
  autocomplete?: Text
}

type Submitting = {
  form?: Text
  formaction?: Text
  formenctype?: Text
  formmethod?: 'get' | 'post' | 'dialog' | undefined
  formnovalidate?: Flag
}

export type FieldElements = {
  button: Holding &
    Submitting & {
      type: 'submit' | 'button' | 'reset'
      name?: Text
      value?: Quantity
      disabled?: Flag
      popovertarget?: Text
      popovertargetaction?: 'show' | 'hide' | 'toggle' | undefined
    }
  fieldset: Holding & { disabled?: Flag; form?: Text; name?: Text }
  form: Holding & {
    method: 'get' | 'post' | 'dialog'
    action?: Text
    autocomplete?: Text
    enctype?: 'application/x-www-form-urlencoded' | 'multipart/form-data' | undefined
    name?: Text
    novalidate?: Flag
    target?: Text
  }
  input: VisibleInput | HiddenInput
  label: Holding & { for?: Text }
  meter: Holding &
    Aria & { value: Quantity; min?: Quantity; max?: Quantity; low?: Quantity; high?: Quantity; optimum?: Quantity }
  optgroup: Holding & { label: string; disabled?: Flag }
  option: Holding & { value?: Quantity; selected?: Flag; disabled?: Flag; label?: Text }
  output: Holding & { for?: Text; form?: Text; name?: Text }
  progress: Holding & { value?: Quantity; max?: Quantity }
  select: Holding & Field & { multiple?: Flag; size?: Quantity } & Named
  textarea: Holding &
    Field & {
      cols?: Quantity
      maxlength?: Quantity
      minlength?: Quantity
      placeholder?: Text
      rows?: Quantity
      wrap?: 'soft' | 'hard' | undefined
    } & Named
}
