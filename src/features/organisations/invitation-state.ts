import { Temporal } from '#kernel/time.ts'
import type { InvitationRow } from './invitations.sql.ts'

export type InvitationState = {
  readonly kind: 'open' | 'expired' | 'accepted' | 'withdrawn'
  readonly at: Temporal.Instant
}

/** How an invitation stands now, and since or until when. */
export function invitationState(
  { accepted_at, withdrawn_at, expires_at }: Pick<InvitationRow, 'accepted_at' | 'withdrawn_at' | 'expires_at'>,
  now: Temporal.Instant,
): InvitationState {
  if (accepted_at) return { kind: 'accepted', at: accepted_at }
  if (withdrawn_at) return { kind: 'withdrawn', at: withdrawn_at }
  return { kind: Temporal.Instant.compare(expires_at, now) > 0 ? 'open' : 'expired', at: expires_at }
}
