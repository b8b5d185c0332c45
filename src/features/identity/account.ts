import type { Id } from '#kernel/ids.ts'
import { Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { seeOther } from '#platform/http/answer.ts'
import type { Session } from '#platform/http/session.ts'
import type { Facts } from '#policy/facts.ts'
import { routes } from '#src/routes.ts'
import { recoveryCodesOf } from './factors.sql.ts'
import { type Factors, factorsOf } from './second-factor.ts'

/** A member of staff's own account, as its owner sees it. */
export type OwnAccount = Factors & {
  readonly recoveryCodesLeft: number
  /** Whether the log-in is new enough to change how one logs in: a session left open on a desk is not. */
  readonly mayChangeFactors: boolean
}

const freshMinutes = 30

type Asking = { readonly session: Session | null; readonly reader: Reader; readonly now: Temporal.Instant }

/** The account of whoever asks; null for everybody who is not fully logged in as staff. */
export async function loadAccount({ session, reader, now }: Asking): Promise<OwnAccount | null> {
  if (session?.kind !== 'staff' || !session.userId) return null
  const factors = await factorsOf(reader, session.userId)
  if (!factors) return null
  const codes = await recoveryCodesOf(reader, session.userId)
  const freshUntil = session.startedAt.add({ minutes: freshMinutes })
  return {
    ...factors,
    recoveryCodesLeft: codes.filter(({ used }) => !used).length,
    mayChangeFactors: Temporal.Instant.compare(now, freshUntil) < 0,
  }
}

/** Where the account says that it takes a new log-in. */
export const logInAnew = () => seeOther(routes.account.show.href({}, { notice: 'log-in-anew' }))

export const aboutUser = ({ userId }: { readonly userId: Id<'user'> }): Facts => ({
  userId,
  object: { type: 'user', id: userId },
})
