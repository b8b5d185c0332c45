import { knownPersonWithCpr } from '#features/patients/index.ts'
import { Temporal } from '#kernel/time.ts'
import type { Tx } from '#platform/db/database.ts'
import type { EidIdentity, EidProblem } from '#platform/eid/identity.ts'
import { action, type Visit } from '#platform/http/action.ts'
import { type Answer, seeOther, show } from '#platform/http/answer.ts'
import { writeAudit } from '#platform/http/audit.ts'
import { form } from '#platform/http/form.ts'
import { text } from '#platform/http/form-fields.ts'
import { localPath } from '#platform/http/local-path.ts'
import type { Permit } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { chooseLogInView } from './choose-log-in.view.tsx'
import { keepAttempt, takeKeptAttempt } from './eid-attempts.ts'
import { eidProblemView, unknownPersonView } from './log-in-with-eid.view.tsx'
import { startSession } from './sessions.ts'

const statuses: Readonly<Record<EidProblem, number>> = {
  cancelled: 403,
  'employee-identity': 403,
  'assurance-too-low': 403,
  'no-cpr': 403,
  'cpr-mismatch-exhausted': 403,
  'state-mismatch': 400,
  expired: 400,
  'invalid-token': 400,
  'broker-unavailable': 503,
}

/** Leaves for the eID broker. */
export const beginEid = action({
  at: routes.logIn.eid.begin,
  asks: 'log-in.eid',
  as: 'gatekeeper',
  limit: 'log-in',
  input: form({ returnTo: text({ max: 2000 }).optional() }),
  again: ({ page }) => chooseLogInView(page, '/'),
  async run({ input, tx, page, ...visit }) {
    const begun = await visit.services.eid.begin({ language: visit.language })
    if (!begun.ok) return show(eidProblemView(page, begun.problem), statuses[begun.problem])
    await keepAttempt(tx, visit, begun.value.attempt, localPath(input.returnTo))
    return seeOther(begun.value.url)
  },
})

/** Comes back from the broker: let in, told why not, or told that nobody has a case for them. */
export const finishEid = action({
  at: routes.logIn.eid.callback,
  asks: 'log-in.eid',
  as: 'gatekeeper',
  limit: 'log-in',
  async run({ tx, permit, ...visit }) {
    const kept = await takeKeptAttempt(tx, visit, visit.query.get('state'))
    if (!kept) return refuse(visit, 'state-mismatch', '/')
    const finished = await visit.services.eid.finish(visit.query, kept.attempt, new Date(visit.now.epochMilliseconds))
    return finished.ok
      ? letIn(tx, { permit, visit, identity: finished.value, returnTo: kept.returnTo })
      : refuse(visit, finished.problem, kept.returnTo)
  },
})

function refuse({ page }: Pick<Visit, 'page'>, problem: EidProblem, returnTo: string): Answer {
  if (problem === 'cancelled') return seeOther(routes.logIn.choose.href({}, { notice: 'cancelled', returnTo }))
  return show(eidProblemView(page, problem), statuses[problem])
}

type Arriving = {
  readonly permit: Permit<'log-in.eid'>
  readonly visit: Pick<Visit, 'page' | 'session' | 'now' | 'services'>
  readonly identity: EidIdentity
  readonly returnTo: string
}

/** Nothing is stored about somebody whom nobody told us of. A protected name is not kept either: the broker does not give it. */
async function letIn(tx: Tx, { permit, visit, identity, returnTo }: Arriving): Promise<Answer> {
  const { cpr, idToken, name, sessionExpiresAt } = identity
  if (!cpr) return refuse(visit, 'no-cpr', returnTo)
  const personId = await knownPersonWithCpr(tx, visit.services.keyring, cpr)
  if (!personId) return show(unknownPersonView(visit.page), 403)
  await writeAudit(tx, { permit, result: 'done', now: visit.now, viewed: [{ personId }] })
  const endsBy = sessionExpiresAt ? Temporal.Instant.fromEpochMilliseconds(sessionExpiresAt.getTime()) : null
  const cookie = await startSession(tx, visit, { kind: 'patient', personId, eid: { idToken, name }, endsBy })
  return seeOther(returnTo, cookie)
}
