import {
  type AuthorityField,
  authorityFieldKinds,
  authorityFields,
  authorityFieldsIn,
} from '#features/disclosure/index.ts'
import { type Check, type Form, form } from '#platform/http/form.ts'
import { choice, choices, mustTick, text } from '#platform/http/form-fields.ts'
import type { DisclosureLaw } from '#policy/disclosure-laws.ts'
import { authorityTexts } from './authorities.texts.ts'
import type { Controller } from './found-case.ts'

export const reasonMaxLength = 1000

export type AuthorityValues = {
  readonly law: string
  readonly authority: string
  readonly fields: readonly AuthorityField[]
  readonly reason: string
  readonly checked: true
}

/** What this kind of controller holds, and so can tell. */
export const fieldsHeldBy = (controller: Controller): readonly AuthorityField[] =>
  authorityFields.filter((field) => authorityFieldKinds[field].heldBy.includes(controller))

/** A law of the policy that binds the teller, and fields that the law reaches: free law is no law. */
export const authorityForm = (controller: Controller, laws: readonly DisclosureLaw[]): Form<AuthorityValues> =>
  form(
    {
      law: choice(
        laws.map(({ id }) => id),
        { missing: words('chooseLaw') },
      ),
      authority: text({ max: 200, min: 2, missing: words('nameAuthority') }),
      fields: choices(fieldsHeldBy(controller), { min: 1, missing: words('chooseFields') }),
      reason: text({ max: reasonMaxLength, multiline: true, missing: words('sayWhy') }),
      checked: mustTick(words('mustCheck')),
    },
    withinTheLaw(laws),
  )

const withinTheLaw =
  (laws: readonly DisclosureLaw[]): Check<AuthorityValues> =>
  ({ law, fields }) => {
    const reaches = laws.find(({ id }) => id === law)?.data ?? []
    const beyond = fields.filter((field) => !reaches.includes(authorityFieldKinds[field].category))
    if (beyond.length === 0) return []
    const message = {
      da: authorityTexts.da.beyondTheLaw(authorityFieldsIn('da', beyond)),
      en: authorityTexts.en.beyondTheLaw(authorityFieldsIn('en', beyond)),
    }
    return [{ field: 'fields', message }]
  }

type Word = 'chooseLaw' | 'nameAuthority' | 'chooseFields' | 'sayWhy' | 'mustCheck'
const words = (name: Word) => ({ da: authorityTexts.da[name], en: authorityTexts.en[name] })
