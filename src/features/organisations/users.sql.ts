import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import type { Role } from '#policy/actor.ts'

export type UserRow = {
  id: Id<'user'>
  organisation_id: Id<'organisation'>
  name: string
  email: string
  roles: Role[]
  created_at: Temporal.Instant
}

const columns = sql`
  u.id, u.organisation_id, u.name, u.email, u.created_at,
  coalesce((select array_agg(r.role order by r.role) from user_roles r where r.user_id = u.id), '{}') as roles`

const present = sql`not exists (select from user_removals x where x.user_id = u.id)`

/** The users of an organisation who have access, by name. */
export const usersOf = (reader: Reader, organisationId: Id<'organisation'>) =>
  reader.rows<UserRow>(
    sql`select ${columns} from users u where u.organisation_id = ${organisationId} and ${present} order by u.name, u.id`,
  )

/** Null also for users of other organisations: row-level security hides them. */
export const presentUser = (reader: Reader, id: Id<'user'>) =>
  reader.maybeRow<UserRow>(sql`select ${columns} from users u where u.id = ${id} and ${present}`)

type Roles = { user: UserRow; roles: readonly Role[]; grantedBy: Id<'user'> | null }

/** Gives exactly these roles. Violates `organisation_keeps_an_administrator` when the last one would go. */
export async function saveRoles(tx: Tx, { user, roles, grantedBy }: Roles): Promise<void> {
  await tx.run(sql`
    insert into user_roles (organisation_id, user_id, role, granted_by)
    select ${user.organisation_id}::uuid, ${user.id}::uuid, role, ${grantedBy}::uuid from unnest(${roles}::text[]) role
    on conflict do nothing`)
  await tx.run(sql`delete from user_roles where user_id = ${user.id} and not (role = any (${roles}::text[]))`)
}

/** Ends everything that a colleague could use. False when they are gone already, or of another organisation. */
export const endAccess = async (tx: Tx, id: Id<'user'>): Promise<boolean> =>
  (await tx.row<{ ended: boolean }>(sql`select end_access(${id}) as ended`)).ended

export const emailIsInUse = async (reader: Reader, email: string): Promise<boolean> =>
  (await reader.row<{ used: boolean }>(sql`select email_is_in_use(${email}) as used`)).used
