import type { Id } from '#kernel/ids.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { type Sql, sql } from '#platform/db/sql.ts'

/** A row as it comes, with names in snake case. Nothing of it is sealed: staff have no key of their own. */
export type OwnRow = Record<string, unknown>
type Query = (userId: Id<'user'>) => Sql<OwnRow>

/** Far more than anybody does in the five years that it is kept. */
const everything = 1_000_000

/** What the platform holds about one member of staff, asked as that member. The names are those of the tables, and of what the trail tells. */
export const ownQueries = {
  users: (u) => sql`
    select u.name, u.email, u.language, o.name as organisation, u.created_at
    from users u join organisations o on o.id = u.organisation_id where u.id = ${u}`,
  user_roles: (u) => sql`select role, granted_at from user_roles where user_id = ${u} order by role`,
  practitioners: (u) => sql`
    select name, profession, authorisation_id, active_until from practitioners where user_id = ${u} order by name`,
  user_passwords: (u) => sql`select set_at from user_passwords where user_id = ${u}`,
  user_totp: (u) => sql`select confirmed_at from user_totp where user_id = ${u}`,
  user_passkeys: (u) =>
    sql`select name, created_at, used_at from user_passkeys where user_id = ${u} order by created_at`,
  user_recovery_codes: (u) => sql`
    select count(*) filter (where used_at is null)::integer as codes_left from user_recovery_codes where user_id = ${u} having count(*) > 0`,
  web_sessions: (u) => sql`
    select started_at, seen_at, ends_at from web_sessions where user_id = ${u} order by started_at desc`,
  invitations: (u) => sql`
    select i.email, i.roles, i.invited_at, i.accepted_at from invitations i join users u on u.email = i.email and u.organisation_id = i.organisation_id
    where u.id = ${u} order by i.invited_at`,
  terms_acceptances: (u) => sql`
    select site, version, language, accepted_at from terms_acceptances where user_id = ${u} order by accepted_at`,
  terms_notices: (u) => sql`
    select site, version, queued_at, sent_at from terms_notices where user_id = ${u} order by queued_at`,
  direct_requests: (u) => sql`
    select r."right", r.field, d.activity, r.received_at, s.state, s.at as answered_at from direct_requests d join rights_requests r on r.id = d.request_id
    left join rights_request_states s on s.request_id = r.id and s.state in ('granted', 'refused') where d.user_id = ${u} order by r.received_at`,
  direct_restrictions: (u) => sql`
    select because, restricted_at, lifted_at from direct_restrictions where user_id = ${u} order by restricted_at`,
  log_ins: () => sql`select at, action, step, result from own_log_ins(${everything})`,
  doings: () => sql`select at, action, activity, purpose, result from own_doings(${everything})`,
  done_with_account: () => sql`select at, action, result from done_with_own_account(${everything})`,
} as const satisfies Record<string, Query>

export type OwnSection = keyof typeof ownQueries

export type OwnAccountRow = { name: string; email: string; organisation: string }

export const ownAccount = (reader: Reader, userId: Id<'user'>) =>
  reader.maybeRow<OwnAccountRow>(sql`
    select u.name, u.email, o.name as organisation from users u join organisations o on o.id = u.organisation_id where u.id = ${userId}`)

export const saveOwnName = (tx: Tx, userId: Id<'user'>, name: string) =>
  tx.run(sql`update users set name = ${name} where id = ${userId}`)
