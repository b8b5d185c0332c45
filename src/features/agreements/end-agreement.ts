import { newId } from '#kernel/ids.ts'
import { dayOf } from '#kernel/time.ts'
import { type Tx, violatedConstraint } from '#platform/db/database.ts'
import { emptyForm, type FormState } from '#platform/html/page.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import type { PolicyModel } from '#policy/model.ts'
import { userOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { figuresOf, type NewEnding, saveEffect, saveEnding } from './agreements.sql.ts'
import { accessUntil } from './agreements.ts'
import { endAgreementTexts } from './end-agreement.texts.ts'
import { consequencesView, endingFormView } from './end-agreement.view.tsx'
import { endingForm } from './ending-form.ts'
import { factsOfAgreement, findAgreement, keptIn } from './show-organisation.ts'

export const showEndingForm = action({
  at: routes.operator.organisation.ending.form,
  asks: 'agreement.end',
  load: findAgreement,
  facts: factsOfAgreement,
  async run({ page, found }) {
    return show(endingFormView(page, found, emptyForm))
  },
})

/** What the end means in numbers, told before it is decided. */
export const showConsequences = (model: PolicyModel) =>
  action({
    at: routes.operator.organisation.ending.consequences,
    asks: 'agreement.end',
    load: findAgreement,
    facts: factsOfAgreement,
    async run({ page, tx, found, query, language, now }) {
      const read = endingForm(dayOf(now)).read(query, language)
      if (!read.ok) return show(endingFormView(page, found, read.problem), 422)
      const { lastDay, reason } = read.value
      const figures = await figuresOf(tx, found.id, lastDay)
      const kept = keptIn(model, { found, figures, leftOn: lastDay, contactsErased: false })
      const until = accessUntil(model, lastDay)
      return show(consequencesView(page, { found, lastDay, reason, figures, kept, accessUntil: until }))
    },
  })

/** Announces the end; where the last day is today it takes effect in the same transaction (R1.11, T19.6). */
export const endAgreement = (model: PolicyModel) =>
  action({
    at: routes.operator.organisation.ending.create,
    asks: 'agreement.end',
    load: findAgreement,
    facts: factsOfAgreement,
    input: (_, { now }) => endingForm(dayOf(now)),
    again: ({ page, found, form: typed }) => endingFormView(page, found, typed),
    async run({ tx, permit, found, input, now, page, form: typed, record }) {
      const today = dayOf(now)
      const ending: NewEnding = { id: newId(), organisationId: found.id, ...input, by: userOf(permit), now }
      if (!(await announced(tx, ending)))
        return show(endingFormView(page, found, alreadyEnding(typed, page.language)), 409)
      const isToday = today.equals(input.lastDay)
      if (isToday)
        await saveEffect(tx, {
          endingId: ending.id,
          organisationId: found.id,
          now,
          accessUntil: accessUntil(model, today),
        })
      record({ detail: { lastDay: input.lastDay.toString(), reason: input.reason } })
      const notice = isToday ? 'ended' : 'announced'
      return seeOther(routes.operator.organisation.show.href({ organisationId: found.id }, { notice }))
    },
  })

/** False when an ending stands already. */
async function announced(tx: Tx, ending: NewEnding): Promise<boolean> {
  try {
    await tx.attempt(() => saveEnding(tx, ending))
    return true
  } catch (error) {
    if (violatedConstraint(error) === 'an_agreement_ends_once') return false
    throw error
  }
}

const alreadyEnding = (typed: FormState, language: 'da' | 'en'): FormState => ({
  ...typed,
  errors: [{ field: '', message: endAgreementTexts[language].already }],
})
