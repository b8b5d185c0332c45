import { lawsAgainst, type RefusalLaw } from '#features/rights/index.ts'
import { readAuthorisationId } from '#kernel/authorisation-id.ts'
import { readEmail } from '#kernel/email.ts'
import type { Texts } from '#kernel/language.ts'
import { type Check, form } from '#platform/http/form.ts'
import { choice, text } from '#platform/http/form-fields.ts'
import { answerDirectTexts } from './answer-direct.texts.ts'
import type { DirectField } from './direct-request.ts'
import type { DirectRow } from './direct-requests.sql.ts'

export type DirectDecision = {
  readonly decision: 'grant' | 'refuse'
  readonly law: RefusalLaw | null
  readonly value: string | null
  readonly note: string
}

/** Fields whose new value is written when a correction is granted; the rest is corrected by hand. */
export const isWritten = (field: DirectField | null): field is 'email' | 'practitioner-name' | 'authorisation-id' =>
  field === 'email' || field === 'practitioner-name' || field === 'authorisation-id'

const said = (name: 'sayNote' | 'sayLaw' | 'sayValue' | 'wrongValue'): Texts<string> => ({
  da: answerDirectTexts.da[name],
  en: answerDirectTexts.en[name],
})

export const directDecisionForm = (found: DirectRow) =>
  form(
    {
      decision: choice(['grant', 'refuse']),
      value: text({ max: 254 }).optional(),
      law: choice(lawsAgainst(found.right)).optional(),
      note: text({ max: 2000, multiline: true, missing: said('sayNote') }),
    },
    isWhole(found),
  )

const isWhole =
  ({ right, field }: DirectRow): Check<DirectDecision> =>
  ({ decision, law, value }) => {
    if (decision === 'refuse') return law ? [] : [{ field: 'law', message: said('sayLaw') }]
    if (right !== 'rectification' || !isWritten(field)) return []
    if (!value) return [{ field: 'value', message: said('sayValue') }]
    return isOfItsKind(field, value) ? [] : [{ field: 'value', message: said('wrongValue') }]
  }

function isOfItsKind(field: DirectField, value: string): boolean {
  if (field === 'email') return readEmail(value).ok
  return field !== 'authorisation-id' || readAuthorisationId(value).ok
}
