import type { Id } from '#kernel/ids.ts'
import type { Reader } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import type { OrganisationKind, Role } from '#policy/actor.ts'

/** A colleague as they are now, or null once they are removed. */
export const staffAsOfNow = (reader: Reader, userId: Id<'user'>) =>
  reader.maybeRow<{ organisation_id: Id<'organisation'>; organisation_kind: OrganisationKind; roles: Role[] }>(sql`
    select u.organisation_id, o.kind as organisation_kind,
      coalesce((select array_agg(r.role) from user_roles r where r.user_id = u.id), '{}') as roles
    from users u join organisations o on o.id = u.organisation_id
    where u.id = ${userId} and user_may_enter(u.id) and not agreement_is_over(u.organisation_id)`)
