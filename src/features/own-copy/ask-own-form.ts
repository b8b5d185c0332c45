import { activitiesAboutStaff, type StaffField, staffFields } from '#features/direct-requests/index.ts'
import type { Right } from '#features/rights/index.ts'
import type { Texts } from '#kernel/language.ts'
import { type Check, form } from '#platform/http/form.ts'
import { choice, text } from '#platform/http/form-fields.ts'
import type { PolicyModel } from '#policy/model.ts'
import { askOwnTexts } from './ask-about-self.texts.ts'

export type AskedByStaff = {
  readonly activity: string | null
  readonly field: StaffField | null
  readonly text: string | null
  readonly proposal: string | null
}

const said = (name: 'chooseActivity' | 'chooseField' | 'sayWhy' | 'sayWrong' | 'sayProposal'): Texts<string> => ({
  da: askOwnTexts.da[name],
  en: askOwnTexts.en[name],
})

export const askOwnForm = (right: Right, model: PolicyModel) =>
  form(
    {
      activity: choice(activitiesAboutStaff(model).map(({ id }) => id)).optional(),
      field: choice(staffFields).optional(),
      text: text({ max: 2000, multiline: true }).optional(),
      proposal: text({ max: 254 }).optional(),
    },
    isWhole(right),
  )

type Wrong = { readonly field: keyof AskedByStaff; readonly message: Texts<string> }
const unless = (isThere: unknown, field: keyof AskedByStaff, name: Parameters<typeof said>[0]): Wrong[] =>
  isThere ? [] : [{ field, message: said(name) }]

const isWhole =
  (right: Right): Check<AskedByStaff> =>
  ({ activity, field, text, proposal }) => {
    if (right === 'rectification')
      return [
        ...unless(field, 'field', 'chooseField'),
        ...unless(text, 'text', 'sayWrong'),
        ...unless(proposal, 'proposal', 'sayProposal'),
      ]
    const isReasoned = right === 'restriction' || right === 'objection'
    return [
      ...unless(activity, 'activity', 'chooseActivity'),
      ...unless(text !== null || !isReasoned, 'text', 'sayWhy'),
    ]
  }
