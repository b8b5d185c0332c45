import { holdsOfCase } from '#features/legal-holds/index.ts'
import { emptyForm } from '#platform/html/page.ts'
import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { factsOfCase, findOwnCase } from './found-case.ts'
import { readWholeCase, whatIsLeft, wholeCase } from './read-case.ts'
import { showCaseNotices } from './show-case.texts.ts'
import { showCaseView } from './show-case.view.tsx'

/** One case, for the insurer that opened it: what is approved, who sees it, and all that happened. Never a clinic's notes. */
export const showCase = action({
  at: routes.case.show,
  asks: 'case.view',
  touches: wholeCase,
  touchesOf: whatIsLeft,
  notices: showCaseNotices,
  load: findOwnCase,
  facts: factsOfCase,
  async run({ tx, page, found, services: { keyring }, permit }) {
    const isRestricted = permit.facts.restricted === true
    const isHandler = permit.actor.kind === 'staff' && permit.actor.roles.includes('case-handler')
    const isAdministrator = permit.actor.kind === 'staff' && permit.actor.roles.includes('administrator')
    const holding = { holds: await holdsOfCase(tx, found.id), mayHold: isAdministrator }
    const mayChange = isHandler && !isRestricted
    const reading = { form: emptyForm, mayChange, isRestricted, holding, mayTell: isAdministrator }
    return show(showCaseView(page, await readWholeCase(tx, keyring, found), reading))
  },
})
