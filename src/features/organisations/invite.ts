import { type Id, newId } from '#kernel/ids.ts'
import type { Language } from '#kernel/language.ts'
import type { Temporal } from '#kernel/time.ts'
import { newToken } from '#platform/crypto/tokens.ts'
import { type Tx, violatedConstraint } from '#platform/db/database.ts'
import type { Role } from '#policy/actor.ts'
import { type Permit, userOf } from '#policy/permit.ts'
import { queueInvitationMail, saveInvitation } from './invitations.sql.ts'
import { emailIsInUse } from './users.sql.ts'

/** How long the link in an invitation works. */
const daysToAccept = 7

export type Invitation = {
  readonly organisationId: Id<'organisation'>
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly language: Language
  readonly now: Temporal.Instant
}

export type Inviting =
  | { readonly kind: 'invited'; readonly id: Id<'invitation'> }
  /** Somebody logs in with this address already, here or elsewhere: where is not told. */
  | { readonly kind: 'address-in-use' }
  | { readonly kind: 'already-invited' }

/** Invites somebody into an organisation; the mail goes out after commit. */
export async function invite(
  tx: Tx,
  permit: Permit<'user.invite'> | Permit<'organisation.register'>,
  invitation: Invitation,
): Promise<Inviting> {
  const { now, ...rest } = invitation
  const email = invitation.email.toLowerCase()
  if (await emailIsInUse(tx, email)) return { kind: 'address-in-use' }
  const id = newId<'invitation'>()
  // The token is thrown away: the job that mails the link makes its own, so that no token waits in the queue.
  const { hash: placeholderHash } = newToken()
  const dates = { invitedAt: now, expiresAt: now.add({ hours: 24 * daysToAccept }) }
  try {
    const invitedBy = userOf(permit)
    await tx.attempt(() => saveInvitation(tx, { ...rest, ...dates, email, id, placeholderHash, invitedBy }))
  } catch (error) {
    if (violatedConstraint(error) === 'one_open_invitation_for_each_address') return { kind: 'already-invited' }
    throw error
  }
  await queueInvitationMail(tx, id)
  return { kind: 'invited', id }
}
