import { texts } from '#kernel/language.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { loggedOutView } from './log-out.view.tsx'
import { deleteSession, deleteSessionsOfPerson, deleteSessionsOfUser } from './sessions.sql.ts'
import { eidTraceOf } from './sessions.ts'

const ends = { kind: 'session-ends' } as const

/** Ends this session here, and for a patient at the eID broker too: on a shared computer the next person must not slip in. */
export const logOut = action({
  at: routes.logOut.create,
  asks: 'log-out',
  touches: ['credentials'],
  as: 'gatekeeper',
  async run({ session, services, tx }) {
    const done = routes.logOut.done.href({})
    if (!session) return seeOther(done, ends)
    const trace = await eidTraceOf(tx, services.keyring, session.tokenHash)
    await deleteSession(tx, session.tokenHash)
    if (!trace) return seeOther(done, ends)
    return seeOther(services.eid.logOutUrl(trace.idToken, new URL(done, services.urls.referral).href), ends)
  },
})

export const logOutEverywhere = action({
  at: routes.logOut.everywhere,
  asks: 'log-out',
  touches: ['credentials'],
  as: 'gatekeeper',
  async run({ actor, tx }) {
    if (actor.kind === 'staff') await deleteSessionsOfUser(tx, actor.userId, null)
    if (actor.kind === 'patient') await deleteSessionsOfPerson(tx, actor.personId)
    return seeOther(routes.logOut.done.href({}, { notice: 'everywhere' }), ends)
  },
})

export const showLoggedOut = action({
  at: routes.logOut.done,
  asks: 'log-in.view',
  touches: [],
  notices: texts(
    { everywhere: 'Du er logget ud på alle dine enheder.' },
    { everywhere: 'You are logged out on all your devices.' },
  ),
  async run({ page }) {
    return show(loggedOutView(page))
  },
})
