import type { Id } from '#kernel/ids.ts'
import type { Language } from '#kernel/language.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type Invitation = {
  id: Id<'invitation'>
  organisation_id: Id<'organisation'>
  organisation: string
  email: string
  name: string
}

export const liveInvitation = (reader: Reader, tokenHash: Buffer, now: Temporal.Instant) =>
  reader.maybeRow<Invitation>(sql`
    select i.id, i.organisation_id, o.name as organisation, lower(i.email) as email, i.name
    from invitations i join organisations o on o.id = i.organisation_id
    where i.token_hash = ${tokenHash} and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > ${now}::timestamptz`)

/** False when it was accepted or withdrawn meanwhile. */
export const useInvitation = async (tx: Tx, id: Id<'invitation'>, now: Temporal.Instant) =>
  (await tx.run(sql`
    update invitations set accepted_at = ${now}::timestamptz
    where id = ${id} and accepted_at is null and withdrawn_at is null`)) === 1

type NewUser = { id: Id<'user'>; name: string; language: Language }

/** Makes the user as the invitation says: of its organisation, with its e-mail and its roles. */
export async function insertInvitedUser(tx: Tx, invitationId: Id<'invitation'>, user: NewUser) {
  await tx.run(sql`
    insert into users (id, organisation_id, email, name, language)
    select ${user.id}, organisation_id, lower(email), ${user.name}, ${user.language} from invitations where id = ${invitationId}`)
  await tx.run(sql`
    insert into user_roles (organisation_id, user_id, role, granted_by)
    select organisation_id, ${user.id}, unnest(roles), invited_by from invitations where id = ${invitationId}`)
}
