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
import { problemWith, whoAsked } from './who-asked.ts'

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
    const asker = await whoAsked(tx, keyring, input)
    const problem = problemWith(asker, input, userOf(permit))
    if (!asker || problem) {
      const { field, say } = problem ?? {
        field: 'email',
        say: isOperator(permit.actor) ? 'unknownOperator' : 'unknown',
      }
      const errors = [{ field, message: registerDirectTexts[page.language][say] }]
      return show(registerDirectView(page, { ...form, errors }, isOperator(permit.actor)), 422)
    }
    const { right, text, proposal, receivedOn, means } = input
    const id = await enterDirect(
      { tx, permit, keyring, now },
      {
        ...asker,
        right,
        words: { text, proposal: right === 'rectification' ? proposal : null },
        controllerId: organisationOf(permit),
        registered: { means, by: userOf(permit), at: receivedOn.equals(dayOf(now)) ? now : startOfDay(receivedOn) },
      },
    )
    record({ detail: { right, asker: asker.asker.kind } })
    return seeOther(routes.directRequest.show.href({ rightsRequestId: id }))
  },
})
