import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { factsOfMyCase, findMyCase } from './found-my-case.ts'
import { readMyCase } from './read-my-case.ts'
import { showMyCaseNotices } from './show-my-case.texts.ts'
import { showMyCaseView } from './show-my-case.view.tsx'

/** One case for the person it is about: what is approved, which appointments there are, what was written, who knows of it. */
export const showMyCase = action({
  at: routes.my.case,
  asks: 'my-case.view',
  touches: ['booking', 'consent-history', 'health.approval', 'health.referral', 'health.report', 'business-contact'],
  notices: showMyCaseNotices,
  load: findMyCase,
  facts: factsOfMyCase,
  async run({ tx, page, found, now, services: { keyring } }) {
    return show(showMyCaseView(page, await readMyCase(tx, found, { keyring, now })))
  },
})
