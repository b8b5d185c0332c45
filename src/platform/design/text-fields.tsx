import type { Html } from '#jsx/jsx-runtime'
import { FieldFrame } from './form.tsx'
import { describedBy, errorOf, type FieldProps, fieldId, valueOf } from './form-values.ts'
import { words } from './words.ts'

type Width = 'short' | 'medium' | 'full'

type TextProps = FieldProps & {
  readonly type?: 'text' | 'search' | 'tel' | 'email' | 'password' | 'time' | 'url' | undefined
  readonly inputMode?: 'numeric' | 'decimal' | 'tel' | 'email' | undefined
  readonly width?: Width | undefined
  readonly maxLength?: number | undefined
}

/** One line of text. What was typed comes back, except passwords. */
export const TextField = (props: TextProps): Html => {
  const type = props.type ?? 'text'
  return (
    <FieldFrame field={props}>
      <input
        class={`input input-${props.width ?? 'full'}`}
        type={type}
        id={fieldId(props.name)}
        name={props.name}
        value={type === 'password' ? null : valueOf(props.form, props.name)}
        autocomplete={props.autocomplete}
        inputmode={props.inputMode}
        maxlength={props.maxLength}
        aria-describedby={describedBy(props)}
        aria-invalid={errorOf(props.form, props.name) !== null || null}
      />
    </FieldFrame>
  )
}

export const SearchField = (props: FieldProps): Html => <TextField {...props} type="search" />

export const PhoneField = (props: FieldProps): Html => (
  <TextField {...props} type="tel" width="medium" autocomplete={props.autocomplete ?? 'tel'} />
)

export const EmailField = (props: FieldProps): Html => (
  <TextField {...props} type="email" inputMode="email" autocomplete={props.autocomplete ?? 'email'} />
)

/** `autocomplete` says whether a password is asked for or made: `current-password` or `new-password`. */
export const PasswordField = (props: FieldProps): Html => (
  <TextField {...props} type="password" autocomplete={props.autocomplete ?? 'current-password'} />
)

/** A CPR number: never remembered by the browser. */
export const CprField = (props: FieldProps): Html => (
  <TextField {...props} inputMode="numeric" width="short" autocomplete="off" maxLength={11} />
)

/** A time of day; the value is HH:MM. */
export const TimeField = (props: FieldProps): Html => <TextField {...props} type="time" width="short" />

/** Several lines. `maxLength` is told in the hint and counted down by an island; the server decides. */
export const TextArea = (
  props: FieldProps & { readonly maxLength?: number | undefined; readonly rows?: number | undefined },
): Html => {
  const said = words[props.page.language]
  const limit = props.maxLength
  return (
    <FieldFrame field={props} extra={limit === undefined ? undefined : said.upTo(limit)}>
      <textarea
        class="input"
        id={fieldId(props.name)}
        name={props.name}
        rows={props.rows ?? 5}
        autocomplete={props.autocomplete}
        aria-describedby={describedBy(props, limit !== undefined)}
        aria-invalid={errorOf(props.form, props.name) !== null || null}
        data-limit={limit}
        data-limit-text={limit === undefined ? null : said.charactersLeft}
      >
        {valueOf(props.form, props.name)}
      </textarea>
    </FieldFrame>
  )
}

export type Option = {
  readonly value: string
  readonly label: string
  readonly hint?: string | undefined
  readonly disabled?: boolean | undefined
}

/** A choice from a list. `placeholder` is the empty first line; null leaves it out. */
export const SelectField = (
  props: FieldProps & { readonly options: readonly Option[]; readonly placeholder?: string | null | undefined },
): Html => {
  const chosen = valueOf(props.form, props.name)
  const placeholder = props.placeholder === undefined ? words[props.page.language].choose : props.placeholder
  return (
    <FieldFrame field={props}>
      <select
        class="input select"
        id={fieldId(props.name)}
        name={props.name}
        autocomplete={props.autocomplete}
        aria-describedby={describedBy(props)}
        aria-invalid={errorOf(props.form, props.name) !== null || null}
      >
        {placeholder !== null && <option value="">{placeholder}</option>}
        {props.options.map((option) => (
          <option value={option.value} selected={option.value === chosen} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

type FileProps = FieldProps & {
  /** As in HTML: `.pdf,image/*`. */
  readonly accept?: string | undefined
  readonly maxMegabytes?: number | undefined
  readonly multiple?: boolean | undefined
}

/** A file; the form around it needs `encType="multipart/form-data"`. */
export const FileField = (props: FileProps): Html => {
  const said = words[props.page.language]
  const limit = props.maxMegabytes
  return (
    <FieldFrame field={props} extra={limit === undefined ? undefined : said.megabytes(limit)}>
      <input
        class="input file"
        type="file"
        id={fieldId(props.name)}
        name={props.name}
        accept={props.accept}
        multiple={props.multiple}
        aria-describedby={describedBy(props, limit !== undefined)}
        aria-invalid={errorOf(props.form, props.name) !== null || null}
        data-max-megabytes={limit}
        data-too-large={limit === undefined ? null : `${said.fileTooLarge} ${said.megabytes(limit)}.`}
      />
    </FieldFrame>
  )
}
