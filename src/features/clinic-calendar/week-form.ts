import { texts } from '#kernel/language.ts'
import { dayOf, Temporal } from '#kernel/time.ts'
import { form } from '#platform/http/form.ts'
import { date, text, tick } from '#platform/http/form-fields.ts'
import type { NewHours } from './opening-hours.sql.ts'
import { hoursTexts } from './opening-hours.texts.ts'
import { readHours } from './weekly-hours.ts'

const { da, en } = hoursTexts

/** The fields of the form, Monday first. */
export const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
type Week = Readonly<Record<(typeof days)[number], string | null>>

export function weekForm(now: Temporal.Instant) {
  const hours = () => text({ max: 80 }).optional()
  const fields = {
    monday: hours(),
    tuesday: hours(),
    wednesday: hours(),
    thursday: hours(),
    friday: hours(),
    saturday: hours(),
    sunday: hours(),
    validFrom: date(),
    accepted: tick(),
  }
  return form(
    fields,
    (week) =>
      days.flatMap((day) => {
        const read = readHours(week[day] ?? '')
        return read.ok ? [] : [{ field: day, message: texts(da[read.problem], en[read.problem]) }]
      }),
    ({ validFrom }) =>
      Temporal.PlainDate.compare(validFrom, dayOf(now)) < 0
        ? [{ field: 'validFrom', message: texts(da.past, en.past) }]
        : [],
  )
}

export const hoursOf = (week: Week): readonly NewHours[] =>
  days.flatMap((day, index) => {
    const read = readHours(week[day] ?? '')
    return read.ok ? read.value.map((interval) => ({ ...interval, weekday: index + 1 })) : []
  })
