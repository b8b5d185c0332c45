import { type Right, rights, staffMeans } from '#features/rights/index.ts'
import { type Texts, texts } from '#kernel/language.ts'
import { Temporal } from '#kernel/time.ts'
import { type Check, form } from '#platform/http/form.ts'
import { choice, date, email, text } from '#platform/http/form-fields.ts'
import { type StaffField, staffFields } from './direct-request.ts'

export type RegisteredDirect = {
  readonly email: string
  readonly right: Right
  readonly field: StaffField | null
  readonly text: string | null
  readonly proposal: string | null
  readonly receivedOn: Temporal.PlainDate
  readonly means: (typeof staffMeans)[number]
}

/** A request that came by letter, by telephone or at the desk. Who asks is checked before it is entered (T3.1). */
export const registerDirectForm = (today: Temporal.PlainDate) =>
  form(
    {
      email: email(),
      right: choice(rights),
      field: choice(staffFields).optional(),
      text: text({ max: 2000, multiline: true }).optional(),
      proposal: text({ max: 254 }).optional(),
      receivedOn: date(),
      means: choice(staffMeans),
    },
    isWhole(today),
  )

type Wrong = { readonly field: keyof RegisteredDirect; readonly message: Texts<string> }

const isWhole =
  (today: Temporal.PlainDate): Check<RegisteredDirect> =>
  ({ right, text, proposal, receivedOn }) => {
    const wrong: Wrong[] = []
    if (right === 'rectification' && !proposal)
      wrong.push({ field: 'proposal', message: texts('Skriv, hvad der skal stå', 'Write what it should say') })
    if ((right === 'restriction' || right === 'objection') && !text)
      wrong.push({ field: 'text', message: texts('Skriv, hvad personen skriver', 'Write what the person says') })
    if (Temporal.PlainDate.compare(receivedOn, today) > 0)
      wrong.push({ field: 'receivedOn', message: texts('Datoen er ikke kommet endnu', 'That day is still to come') })
    return wrong
  }
