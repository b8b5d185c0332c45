import { action } from '#platform/http/action.ts'
import { seeOther } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { text } from '#platform/http/form-fields.ts'
import { localPath } from '#platform/http/local-path.ts'
import { routes } from '#src/routes.ts'
import { chooseLogInView } from './choose-log-in.view.tsx'
import { keepAttempt, takeKeptAttempt } from './eid-attempts.ts'
import { letPatientIn, refuseEid } from './let-patient-in.ts'

/** Leaves for the eID broker. */
export const beginEid = action({
  at: routes.logIn.eid.begin,
  asks: 'log-in.eid',
  touches: ['credentials'],
  as: 'gatekeeper',
  limit: 'log-in',
  input: form({ returnTo: text({ max: 2000 }).optional() }),
  again: ({ page }) => chooseLogInView(page, '/'),
  prepare: ({ services, language }) => services.eid.begin({ language }),
  async run({ input, tx, page, prepared: begun, ...visit }) {
    if (!begun.ok) return refuseEid(page, begun.problem, '/')
    await keepAttempt(tx, visit, begun.value.attempt, localPath(input.returnTo))
    return seeOther(begun.value.url)
  },
})

/** Comes back from the broker: let in, told why not, or told that nobody has a case for them. */
export const finishEid = action({
  at: routes.logIn.eid.callback,
  asks: 'log-in.eid',
  touches: ['cpr', 'credentials'],
  as: 'gatekeeper',
  limit: 'log-in',
  async prepare({ query, ...visit }, inTransaction) {
    const kept = await inTransaction((tx) => takeKeptAttempt(tx, visit, query.get('state')))
    if (!kept) return null
    const finished = await visit.services.eid.finish(query, kept.attempt, new Date(visit.now.epochMilliseconds))
    return { finished, returnTo: kept.returnTo }
  },
  async run({ tx, permit, prepared, ...visit }) {
    if (!prepared) return refuseEid(visit.page, 'state-mismatch', '/')
    const { finished, returnTo } = prepared
    return finished.ok
      ? letPatientIn(tx, { permit, visit, identity: finished.value, returnTo })
      : refuseEid(visit.page, finished.problem, returnTo)
  },
})
