import type { Id } from '#kernel/ids.ts'
import type { Reader } from '#platform/db/database.ts'
import type { Actor } from '#policy/actor.ts'
import type { PolicyModel } from '#policy/model.ts'
import { changesSince, termsToAccept } from '#policy/terms.ts'
import type { PolicyVersion } from '#policy/version.ts'
import { lastAccepted } from './terms.sql.ts'

/** What somebody is asked, and everything that has changed since they accepted last. */
export function asker(versions: readonly PolicyVersion[], model: PolicyModel) {
  const { served, least } = termsToAccept(versions, model)
  return async (reader: Reader) => {
    const before = await lastAccepted(reader, served.site)
    const news = before ? changesSince(versions, { accepted: before.version, served }) : []
    return { served, before, news, isAccepted: before !== null && before.version >= least }
  }
}

/** Whose acceptance it is: a member of staff's, or a patient's. */
export function whose(actor: Actor): { userId?: Id<'user'>; personId?: Id<'person'> } {
  if (actor.kind === 'patient') return { personId: actor.personId }
  return actor.kind === 'staff' ? { userId: actor.userId } : {}
}
