import { personKeyFor } from '#features/patients/index.ts'
import { dayOf } from '#kernel/time.ts'
import { emptyForm } from '#platform/html/page.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { enterRequest } from './enter-request.ts'
import { registerForm } from './register-form.ts'
import { caseNumbered } from './register-request.sql.ts'
import { registerTexts } from './register-request.texts.ts'
import { registerView } from './register-request.view.tsx'

/** The form for a request that did not come through the log-in. */
export const showRegisterForm = action({
  at: routes.rights.register.form,
  asks: 'rights-request.register',
  touches: [],
  async run({ page }) {
    return show(registerView(page, emptyForm))
  },
})

/** Enters a request in the colleague's own name. Without a check of who asks it stands still at received (T3.1). */
export const registerRequest = action({
  at: routes.rights.register.create,
  asks: 'rights-request.register',
  touches: ['health.approval', 'health.request', 'access-history'],
  input: (_, { now }) => registerForm(dayOf(now)),
  again: ({ page, form }) => registerView(page, form),
  async run({ tx, permit, input, form, page, now, services: { keyring }, record }) {
    const about = await caseNumbered(tx, input.caseNumber)
    if (!about) {
      const errors = [{ field: 'caseNumber', message: registerTexts[page.language].unknown }]
      return show(registerView(page, { ...form, errors }), 422)
    }
    const key = await personKeyFor(tx, keyring, about.person_id)
    const id = await enterRequest({ tx, permit, key, now }, about, input)
    record({ viewed: [{ personId: about.person_id, caseId: about.id }], detail: { right: input.right } })
    return seeOther(routes.rights.show.href({ rightsRequestId: id }))
  },
})
