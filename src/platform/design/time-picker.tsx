import type { Html } from '#jsx/jsx-runtime'
import type { FormState, Page } from '../html/page.ts'
import { fieldClass, HintAndError } from './form.tsx'
import { fieldId, valueOf } from './form-values.ts'

export type FreeTime = {
  /** What is sent: an instant or an id. */
  readonly value: string
  /** "10.30" */
  readonly label: string
  /** Who or where, under the time. */
  readonly detail?: string | undefined
}

export type FreeDay = { readonly label: string; readonly times: readonly FreeTime[] }

type TimePickerProps = {
  readonly page: Page
  readonly form: FormState
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly days: readonly FreeDay[]
  /** `choose`: radio buttons in a longer form. `send`: every time is a submit button. */
  readonly kind?: 'choose' | 'send' | undefined
  /** Of the days' headings: 3 within a section, 2 where the page's title stands right above. */
  readonly headings?: 2 | 3 | undefined
}

/** Free times under their dates, inside a form. */
export const TimePicker = (props: TimePickerProps): Html => {
  const starts = props.days.map((_, day) => props.days.slice(0, day).reduce((sum, { times }) => sum + times.length, 0))
  return (
    <fieldset class={`${fieldClass(props)} time-picker`}>
      <legend>{props.label}</legend>
      <HintAndError field={props} />
      {props.days.map((day, index) => (
        <Day
          picker={props}
          day={day}
          headingId={`${fieldId(props.name)}-day-${index + 1}`}
          start={starts[index] ?? 0}
        />
      ))}
    </fieldset>
  )
}

type DayProps = {
  readonly picker: TimePickerProps
  readonly day: FreeDay
  readonly headingId: string
  readonly start: number
}

const Day = ({ picker, day, headingId, start }: DayProps): Html => {
  const chosen = valueOf(picker.form, picker.name)
  return (
    <div class="time-day" role="group" aria-labelledby={headingId}>
      {picker.headings === 2 ? (
        <h2 class="card-title" id={headingId}>
          {day.label}
        </h2>
      ) : (
        <h3 id={headingId}>{day.label}</h3>
      )}
      <ul>
        {day.times.map((time, index) => {
          const id = start + index === 0 ? fieldId(picker.name) : `${fieldId(picker.name)}-${start + index + 1}`
          return (
            <li>
              {picker.kind === 'send'
                ? sending(picker.name, time, id)
                : choosing(picker.name, time, id, time.value === chosen)}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

const text = (time: FreeTime): Html => (
  <>
    <strong>{time.label}</strong>
    {time.detail !== undefined && <small>{time.detail}</small>}
  </>
)

const sending = (name: string, time: FreeTime, id: string): Html => (
  <button class="time" type="submit" id={id} name={name} value={time.value}>
    {text(time)}
  </button>
)

const choosing = (name: string, time: FreeTime, id: string, checked: boolean): Html => (
  <>
    <input class="visually-hidden" type="radio" id={id} name={name} value={time.value} checked={checked} />
    <label class="time" for={id}>
      {text(time)}
    </label>
  </>
)
