import { dayOf, startOfDay } from '#kernel/time.ts'
import { emptyForm } from '#platform/html/page.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import type { Actor } from '#policy/actor.ts'
import { organisationOf, userOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { enterDirect } from './enter-direct.ts'
import { registerDirectTexts } from './register-direct.texts.ts'
import { registerDirectView } from './register-direct.view.tsx'
import { registerDirectForm } from './register-direct-form.ts'
import { askerOf } from './who-asked.ts'

const isOperator = (actor: Actor) => actor.kind === 'staff' && actor.organisationKind === 'operator'

/** The form for a request of a colleague or an enquirer that did not come through the site. */
export const showRegisterDirect = action({
  at: routes.directRequest.register.form,
  asks: 'direct-request.register',
  touches: [],
  async run({ page, permit }) {
    return show(registerDirectView(page, emptyForm, isOperator(permit.actor)))
  },
})

/** Enters it in the administrator's own name, with how they checked who asks; the month runs from the day that it came (R3.1). */
export const registerDirect = action({
  at: routes.directRequest.register.create,
  asks: 'direct-request.register',
  touches: ['business-contact', 'access-history'],
  input: (_, { now }) => registerDirectForm(dayOf(now)),
  again: ({ page, form, actor }) => registerDirectView(page, form, isOperator(actor)),
  async run({ tx, permit, input, form, page, now, services: { keyring }, record }) {
    const by = { userId: userOf(permit), isOperator: isOperator(permit.actor) }
    const found = await askerOf({ reader: tx, keyring, by }, input)
    if ('say' in found) {
      const errors = [{ field: found.field, message: registerDirectTexts[page.language][found.say] }]
      return show(registerDirectView(page, { ...form, errors }, by.isOperator), 422)
    }
    const { right, text, proposal, receivedOn, means } = input
    const id = await enterDirect(
      { tx, permit, keyring, now },
      {
        ...found,
        right,
        words: { text, proposal: right === 'rectification' ? proposal : null },
        controllerId: organisationOf(permit),
        registered: { means, by: userOf(permit), at: receivedOn.equals(dayOf(now)) ? now : startOfDay(receivedOn) },
      },
    )
    record({ detail: { right, asker: found.asker.kind } })
    return seeOther(routes.directRequest.show.href({ rightsRequestId: id }))
  },
})
