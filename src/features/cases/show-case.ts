import { emptyForm } from '#platform/html/page.ts'
import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { factsOfCase, findOwnCase } from './found-case.ts'
import { readWholeCase } from './read-case.ts'
import { showCaseNotices } from './show-case.texts.ts'
import { showCaseView } from './show-case.view.tsx'

/** One case, for the insurer that opened it: what is approved, who sees it, and all that happened. Never a clinic's notes. */
export const showCase = action({
  at: routes.case.show,
  asks: 'case.view',
  notices: showCaseNotices,
  load: findOwnCase,
  facts: factsOfCase,
  async run({ tx, page, found, services: { keyring }, permit }) {
    const isRestricted = permit.facts.restricted === true
    const isHandler = permit.actor.kind === 'staff' && permit.actor.roles.includes('case-handler')
    const mayTell = permit.actor.kind === 'staff' && permit.actor.roles.includes('administrator')
    const reading = { form: emptyForm, mayChange: isHandler && !isRestricted, isRestricted, mayTell }
    return show(showCaseView(page, await readWholeCase(tx, keyring, found), reading))
  },
})
