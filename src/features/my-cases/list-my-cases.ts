import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { listMyCasesView } from './list-my-cases.view.tsx'
import { myCases } from './my-cases.sql.ts'

/** Everything that insurers have approved for the person who is logged in. */
export const listMyCases = action({
  at: routes.my.cases,
  asks: 'my-case.list',
  touches: ['booking', 'health.approval'],
  async run({ tx, actor, now, page, record }) {
    const cases = actor.kind === 'patient' ? await myCases(tx, { personId: actor.personId, now }) : []
    record({ viewed: cases.map((one) => ({ personId: one.person_id, caseId: one.id })) })
    return show(listMyCasesView(page, cases))
  },
})
