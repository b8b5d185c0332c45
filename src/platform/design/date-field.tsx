import type { Html } from '#jsx/jsx-runtime'
import { GroupFrame } from './form.tsx'
import { errorOf, type FieldProps, fieldId, valueOf } from './form-values.ts'
import { words } from './words.ts'

type DateProps = FieldProps & {
  /** True for the reader's own birthday, which browsers can fill in. */
  readonly birthday?: boolean | undefined
}

const parts = [
  { part: 'day', digits: 2, autocomplete: 'bday-day' },
  { part: 'month', digits: 2, autocomplete: 'bday-month' },
  { part: 'year', digits: 4, autocomplete: 'bday-year' },
] as const

/** A date in three fields, `<name>-day`, `<name>-month`, `<name>-year`; an error on `<name>` concerns the whole date. */
export const DateField = (props: DateProps): Html => (
  <GroupFrame field={props}>
    <div class="date-parts">
      {parts.map(({ part, digits, autocomplete }) => {
        const id = part === 'day' ? fieldId(props.name) : fieldId(`${props.name}-${part}`)
        return (
          <div class="date-part">
            <label for={id}>{words[props.page.language][part]}</label>
            <input
              class={`input input-${digits}`}
              type="text"
              inputmode="numeric"
              maxlength={digits}
              id={id}
              name={`${props.name}-${part}`}
              value={valueOf(props.form, `${props.name}-${part}`)}
              autocomplete={props.birthday === true ? autocomplete : 'off'}
              aria-invalid={errorOf(props.form, props.name) !== null || null}
            />
          </div>
        )
      })}
    </div>
  </GroupFrame>
)
