import type { Id } from '#kernel/ids.ts'
import type { Reader } from '#platform/db/database.ts'
import type { Actor } from '#policy/actor.ts'
import type { Facts } from '#policy/facts.ts'
import { ownAccount } from './own-copy.sql.ts'

/** The account of whoever is logged in as staff, for `load`: what follows is about them. */
export async function loadOwn({ reader, actor }: { readonly reader: Reader; readonly actor: Actor }) {
  if (actor.kind !== 'staff') return null
  const account = await ownAccount(reader, actor.userId)
  return account && { ...account, actor }
}

export const aboutThemselves = ({ actor: { userId } }: { readonly actor: { readonly userId: Id<'user'> } }): Facts => ({
  userId,
  object: { type: 'user', id: userId },
})
