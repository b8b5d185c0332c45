import { knownPersonWithCpr } from '#features/patients/index.ts'
import { Temporal } from '#kernel/time.ts'
import type { Tx } from '#platform/db/database.ts'
import type { EidIdentity, EidProblem } from '#platform/eid/identity.ts'
import type { Page } from '#platform/html/page.ts'
import type { Visit } from '#platform/http/action.ts'
import { type Answer, seeOther, show } from '#platform/http/answer.ts'
import { writeAudit } from '#platform/http/audit.ts'
import type { Permit } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
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

/** Who stopped is back where log-in begins; everybody else reads what happened and what to do. */
export function refuseEid(page: Page, problem: EidProblem, returnTo: string): Answer {
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
export async function letPatientIn(tx: Tx, { permit, visit, identity, returnTo }: Arriving): Promise<Answer> {
  const { cpr, idToken, name, sessionExpiresAt } = identity
  if (!cpr) return refuseEid(visit.page, 'no-cpr', returnTo)
  const personId = await knownPersonWithCpr(tx, visit.services.keyring, cpr)
  if (!personId) return show(unknownPersonView(visit.page), 403)
  await writeAudit(tx, { permit, result: 'done', now: visit.now, viewed: [{ personId }] })
  const endsBy = sessionExpiresAt ? Temporal.Instant.fromEpochMilliseconds(sessionExpiresAt.getTime()) : null
  const cookie = await startSession(tx, visit, { kind: 'patient', personId, eid: { idToken, name }, endsBy })
  return seeOther(returnTo, cookie)
}
