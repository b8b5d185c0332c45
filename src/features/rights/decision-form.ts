import { readEmail } from '#kernel/email.ts'
import { texts } from '#kernel/language.ts'
import { readPhone } from '#kernel/phone.ts'
import { readPostcode } from '#kernel/postcode.ts'
import { type Check, form } from '#platform/http/form.ts'
import { choice, text } from '#platform/http/form-fields.ts'
import type { FoundRequest } from './found-request.ts'
import { lawsAgainst, type RefusalLaw } from './rights.ts'

/** A controller's answer as it is typed. */
export type Decision = {
  readonly decision: 'grant' | 'refuse'
  readonly law: RefusalLaw | null
  readonly value: string | null
  readonly note: string
}

export const decisionForm = (found: FoundRequest) =>
  form(
    {
      decision: choice(['grant', 'refuse']),
      value: text({ max: 2000, multiline: true }).optional(),
      law: choice(lawsAgainst(found.right)).optional(),
      note: text({
        max: 2000,
        multiline: true,
        missing: texts('Skriv, hvad personen får at vide', 'Say what the person is told'),
      }),
    },
    isWhole(found),
  )

const isWhole =
  ({ right, field }: FoundRequest): Check<Decision> =>
  ({ decision, law, value }) => {
    if (decision === 'refuse')
      return law
        ? []
        : [{ field: 'law', message: texts('Vælg, hvad afslaget bygger på', 'Choose what the refusal rests on') }]
    if (right !== 'rectification') return []
    if (!value) return [{ field: 'value', message: texts('Skriv, hvad der skal stå', 'Write what it should say') }]
    return isOfItsKind(field, value)
      ? []
      : [
          {
            field: 'value',
            message: texts('Det er ikke en gyldig værdi for den oplysning', 'That is no valid value for this'),
          },
        ]
  }

function isOfItsKind(field: string | null, value: string): boolean {
  switch (field) {
    case 'phone':
      return readPhone(value).ok
    case 'email':
      return readEmail(value).ok
    case 'postcode':
      return readPostcode(value).ok
    default:
      return true
  }
}
