import type { Child, Html } from '#jsx/jsx-runtime'
import { fieldClass, GroupFrame, HintAndError } from './form.tsx'
import { describedBy, errorOf, type FieldProps, fieldId, valueOf, valuesOf } from './form-values.ts'
import type { Option } from './text-fields.tsx'

type ChoiceProps = {
  readonly type: 'radio' | 'checkbox'
  readonly id: string
  readonly name: string
  readonly option: Option
  readonly checked: boolean
}

const Choice = ({ type, id, name, option, checked }: ChoiceProps): Html => (
  <div class="choice">
    <input
      type={type}
      id={id}
      name={name}
      value={option.value}
      checked={checked}
      disabled={option.disabled}
      aria-describedby={option.hint === undefined ? null : `${id}-hint`}
    />
    <label for={id}>{option.label}</label>
    {option.hint !== undefined && (
      <p class="hint" id={`${id}-hint`}>
        {option.hint}
      </p>
    )}
  </div>
)

const idOf = (name: string, index: number): string => (index === 0 ? fieldId(name) : `${fieldId(name)}-${index + 1}`)

/** One of several. */
export const RadioGroup = (
  props: FieldProps & { readonly options: readonly Option[]; readonly inline?: boolean | undefined },
): Html => {
  const chosen = valueOf(props.form, props.name)
  return (
    <GroupFrame field={props}>
      <div class={props.inline === true ? 'choices choices-inline' : 'choices'}>
        {props.options.map((option, index) => (
          <Choice
            type="radio"
            id={idOf(props.name, index)}
            name={props.name}
            option={option}
            checked={option.value === chosen}
          />
        ))}
      </div>
    </GroupFrame>
  )
}

/** Any of several. */
export const CheckboxGroup = (props: FieldProps & { readonly options: readonly Option[] }): Html => {
  const chosen = valuesOf(props.form, props.name)
  return (
    <GroupFrame field={props}>
      <div class="choices">
        {props.options.map((option, index) => (
          <Choice
            type="checkbox"
            id={idOf(props.name, index)}
            name={props.name}
            option={option}
            checked={chosen.includes(option.value)}
          />
        ))}
      </div>
    </GroupFrame>
  )
}

type CheckboxProps = FieldProps & {
  /** What is sent when it is checked; "yes" unless told. */
  readonly value?: string | undefined
  /** Markup for a label with a link in it; otherwise `label` is shown. */
  readonly children?: Child
}

/** One thing to say yes to; never checked in advance unless the form's values say so. */
export const Checkbox = (props: CheckboxProps): Html => {
  const value = props.value ?? 'yes'
  const id = fieldId(props.name)
  return (
    <div class={fieldClass(props)}>
      <div class="choice">
        <input
          type="checkbox"
          id={id}
          name={props.name}
          value={value}
          checked={valuesOf(props.form, props.name).includes(value)}
          aria-describedby={describedBy(props)}
          aria-invalid={errorOf(props.form, props.name) !== null || null}
        />
        <label for={id}>{props.children ?? props.label}</label>
      </div>
      <HintAndError field={props} />
    </div>
  )
}
