import type { Id } from '#kernel/ids.ts'
import type { Language } from '#kernel/language.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import type { Role } from '#policy/actor.ts'

export type InvitationRow = {
  id: Id<'invitation'>
  organisation_id: Id<'organisation'>
  name: string
  email: string
  roles: Role[]
  invited_at: Temporal.Instant
  expires_at: Temporal.Instant
  accepted_at: Temporal.Instant | null
  withdrawn_at: Temporal.Instant | null
}

const columns = sql`i.id, i.organisation_id, i.name, i.email, i.roles, i.invited_at, i.expires_at, i.accepted_at, i.withdrawn_at`

/** The newest invitation to each address, the newest first. */
export const lastInvitationsOf = (reader: Reader, organisationId: Id<'organisation'>) =>
  reader.rows<InvitationRow>(sql`
    select * from (
      select distinct on (i.email) ${columns} from invitations i
      where i.organisation_id = ${organisationId} order by i.email, i.invited_at desc, i.id desc) i
    order by i.invited_at desc, i.id desc limit 50`)

/** One that somebody of this organisation sent, or that was sent for it. The operator finds those it sent itself. */
export const openInvitation = (reader: Reader, id: Id<'invitation'>, organisationId: Id<'organisation'>) =>
  reader.maybeRow<InvitationRow>(sql`
    select ${columns} from invitations i
    where i.id = ${id} and i.accepted_at is null and i.withdrawn_at is null
      and (i.organisation_id = ${organisationId}
        or exists (select from users u where u.id = i.invited_by and u.organisation_id = ${organisationId}))
    for update of i`)

export type NewInvitation = {
  id: Id<'invitation'>
  placeholderHash: Buffer
  organisationId: Id<'organisation'>
  email: string
  name: string
  roles: readonly Role[]
  language: Language
  invitedBy: Id<'user'> | null
  invitedAt: Temporal.Instant
  expiresAt: Temporal.Instant
}

/** Violates `one_open_invitation_for_each_address` when one to this address is open already. */
export const saveInvitation = (tx: Tx, i: NewInvitation) =>
  tx.run(sql`
    insert into invitations (id, token_hash, organisation_id, email, name, roles, language, invited_by, invited_at, expires_at)
    values (${i.id}, ${i.placeholderHash}, ${i.organisationId}, ${i.email}, ${i.name}, ${i.roles}, ${i.language}, ${i.invitedBy},
      ${i.invitedAt}::timestamptz, ${i.expiresAt}::timestamptz)`)

export const saveInvitationWithdrawal = (tx: Tx, id: Id<'invitation'>, now: Temporal.Instant) =>
  tx.run(sql`update invitations set withdrawn_at = ${now}::timestamptz where id = ${id}`)

export const queueInvitationMail = (tx: Tx, id: Id<'invitation'>) =>
  tx.run(sql`select enqueue('send-invitation', ${JSON.stringify({ invitationId: id })}::jsonb)`)

export type InvitationToSend = {
  organisation_id: Id<'organisation'>
  name: string
  email: string
  language: Language
  organisation_name: string
  expires_at: Temporal.Instant
}

/** Gives an invitation that can still be accepted its token's hash. Null when it cannot be any more. */
export const giveToken = (tx: Tx, id: Id<'invitation'>, { hash, now }: { hash: Buffer; now: Temporal.Instant }) =>
  tx.maybeRow<InvitationToSend>(sql`
    update invitations i set token_hash = ${hash} from organisations o
    where i.id = ${id} and o.id = i.organisation_id and i.accepted_at is null and i.withdrawn_at is null
      and i.expires_at > ${now}::timestamptz
    returning i.organisation_id, i.name, i.email, i.language, i.expires_at, o.name as organisation_name`)
