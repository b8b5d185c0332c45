import type { Texts } from '#kernel/language.ts'
import { ok, problem } from '#kernel/result.ts'
import { type ClockTime, Temporal } from '#kernel/time.ts'
import { type Field, oneLine, type Sent, textField } from './form-field.ts'
import { formTexts } from './form-texts.ts'

type Missing = { readonly missing?: Texts<string> }

/**
 * A day typed in one input (`26.11.2026`, `26-11-2026`, `26/11-2026`, `26 11 2026`, `2026-11-26`) or in three,
 * `name-day`, `name-month` and `name-year`. The year has four digits, 1800 to 2199.
 */
export function date({ missing = formTexts.missingDate }: Missing = {}): Field<Temporal.PlainDate> {
  return textField({
    missing,
    textOf: dateText,
    echoes: (name) => [name, ...dateParts(name)],
    parse(typed) {
      const found = readDate(typed)
      return found ? ok(found) : problem(formTexts.date)
    },
  })
}

/** A time on the clock, `14.30` or `14:30`, read as `14:30`. */
export function time({ missing = formTexts.missingTime }: Missing = {}): Field<ClockTime> {
  return textField({
    missing,
    parse(typed) {
      const [, hour, minute] = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/.exec(typed) ?? []
      return hour && minute ? ok(`${hour.padStart(2, '0')}:${minute}` as const) : problem(formTexts.time)
    },
  })
}

const dateParts = (name: string) => [`${name}-day`, `${name}-month`, `${name}-year`]

function dateText(sent: Sent, name: string): string {
  const whole = oneLine(sent, name)
  if (whole !== '') return whole
  const parts = dateParts(name).map((part) => oneLine(sent, part))
  return parts.every((part) => part === '') ? '' : parts.join('.')
}

function readDate(typed: string): Temporal.PlainDate | null {
  const dayFirst = /^(\d{1,2})(?:[./-]| |\. )(\d{1,2})(?:[./-]| |\. )(\d{4})$/.exec(typed)
  const yearFirst = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed)
  const [day, month, year] = (dayFirst?.slice(1) ?? yearFirst?.slice(1).reverse() ?? []).map(Number)
  if (day === undefined || month === undefined || year === undefined || year < 1800 || year > 2199) return null
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
