import { caseFields } from '#features/cases/index.ts'
import { texts } from '#kernel/language.ts'
import { Temporal } from '#kernel/time.ts'
import { type Check, form } from '#platform/http/form.ts'
import { choice, date, text } from '#platform/http/form-fields.ts'
import { contactFields, notesField, type Right, rights, staffMeans } from './rights.ts'

/** Who asks is checked now by one of the means, or later. */
export const later = 'later'
export const meansOrLater = [...staffMeans, later] as const

export const correctableFields = [...caseFields, ...contactFields, notesField] as const

export type Registered = {
  readonly caseNumber: string
  readonly right: Right
  readonly field: (typeof correctableFields)[number] | null
  readonly text: string | null
  readonly receivedOn: Temporal.PlainDate
  readonly means: (typeof meansOrLater)[number]
}

/** A request that came by letter, by telephone or at the desk, as a colleague enters it. */
export const registerForm = (today: Temporal.PlainDate) =>
  form(
    {
      caseNumber: text({ max: 100 }),
      right: choice(rights),
      field: choice(correctableFields).optional(),
      text: text({ max: 2000, multiline: true }).optional(),
      receivedOn: date(),
      means: choice(meansOrLater),
    },
    isWhole(today),
  )

const isWhole =
  (today: Temporal.PlainDate): Check<Registered> =>
  ({ right, field, receivedOn }) => {
    if (right === 'rectification' && !field)
      return [{ field: 'field', message: texts('Vælg, hvad der er forkert', 'Choose what is wrong') }]
    return Temporal.PlainDate.compare(receivedOn, today) > 0
      ? [{ field: 'receivedOn', message: texts('Datoen er ikke kommet endnu', 'That day is still to come') }]
      : []
  }
