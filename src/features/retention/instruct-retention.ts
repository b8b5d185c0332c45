import { newId } from '#kernel/ids.ts'
import { emptyForm } from '#platform/html/page.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { wholeNumber } from '#platform/http/form-fields.ts'
import type { PolicyModel } from '#policy/model.ts'
import { organisationOf, userOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { instructionOf, saveInstruction } from './instruct-retention.sql.ts'
import { instructionView } from './instruct-retention.view.tsx'
import { retentionTexts } from './retention.texts.ts'
import { caseRuleOf } from './retention.ts'

/** The organisation's instruction on how long its cases are kept (R1.10). */
export const viewInstruction = (model: PolicyModel) =>
  action({
    at: routes.retention.show,
    asks: 'retention.view',
    touches: [],
    notices: { da: retentionTexts.da.notices, en: retentionTexts.en.notices },
    async run({ page, permit, tx }) {
      const most = caseRuleOf(model).months
      const given = await instructionOf(tx, organisationOf(permit))
      const months = given?.months ?? most
      return show(instructionView(page, { most, months, form: { ...emptyForm, values: { months: String(months) } } }))
    },
  })

/** Gives a new instruction; the earlier ones stay on record. Never longer than the policy promises. */
export const instructRetention = (model: PolicyModel) =>
  action({
    at: routes.retention.instruct,
    asks: 'retention.instruct',
    touches: [],
    input: () => form({ months: wholeNumber({ min: 0, max: caseRuleOf(model).months }) }),
    async again({ page, permit, tx, form: typed }) {
      const most = caseRuleOf(model).months
      const given = await instructionOf(tx, organisationOf(permit))
      return instructionView(page, { most, months: given?.months ?? most, form: typed })
    },
    async run({ tx, permit, input, record }) {
      await saveInstruction(tx, {
        id: newId(),
        organisationId: organisationOf(permit),
        months: input.months,
        givenBy: userOf(permit),
      })
      record({ detail: { months: input.months } })
      return seeOther(routes.retention.show.href({}, { notice: 'saved' }))
    },
  })
