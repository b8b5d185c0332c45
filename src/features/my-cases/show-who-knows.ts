import { referralOf } from '#features/consent/index.ts'
import { authoritiesTold, disclosuresOfCase } from '#features/disclosure/index.ts'
import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { pageNumber } from '#platform/http/page-number.ts'
import { routes } from '#src/routes.ts'
import { factsOfMyCase, findMyCase } from './found-my-case.ts'
import { countLooksAtCase, looksAtCase } from './looks.sql.ts'
import { showWhoKnowsView } from './show-who-knows.view.tsx'

const onPage = 20

/** Who was told what and why, who has used it since, and where to complain (X2). */
export const showWhoKnows = action({
  at: routes.my.knownBy,
  asks: 'my-case.known-by',
  touches: ['health.approval', 'access-history'],
  load: findMyCase,
  facts: factsOfMyCase,
  async run({ tx, page, found, query }) {
    const whose = { caseId: found.id, personId: found.person_id }
    const { count } = await countLooksAtCase(tx, whose)
    const pages = Math.max(1, Math.ceil(count / onPage))
    const current = Math.min(pages, pageNumber(query))
    const looks = await looksAtCase(tx, { ...whose, limit: onPage, offset: (current - 1) * onPage })
    const disclosures = await disclosuresOfCase(tx, found.id)
    const { fate } = await referralOf(tx, found.id)
    const insurerSees = found.insurer_left_at ? 'nothing' : fate === 'live' ? 'all' : 'less'
    const authorities = await authoritiesTold(tx, found.id)
    return show(showWhoKnowsView(page, { found, insurerSees, disclosures, authorities, looks, current, pages }))
  },
})
