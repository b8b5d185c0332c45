import type { Id } from '#kernel/ids.ts'
import type { Reader } from '#platform/db/database.ts'
import type { Session } from '#platform/http/session.ts'
import type { Facts } from '#policy/facts.ts'
import { recoveryCodesOf } from './factors.sql.ts'
import { type Factors, factorsOf } from './second-factor.ts'

/** A member of staff's own account, as its owner sees it. */
export type OwnAccount = Factors & { readonly recoveryCodesLeft: number }

/** The account of whoever asks; null for everybody who is not fully logged in as staff. */
export async function loadAccount({ session, reader }: { session: Session | null; reader: Reader }) {
  if (session?.kind !== 'staff' || !session.userId) return null
  const factors = await factorsOf(reader, session.userId)
  if (!factors) return null
  const codes = await recoveryCodesOf(reader, session.userId)
  return { ...factors, recoveryCodesLeft: codes.filter(({ used }) => !used).length }
}

export const aboutUser = ({ userId }: { readonly userId: Id<'user'> }): Facts => ({
  userId,
  object: { type: 'user', id: userId },
})
