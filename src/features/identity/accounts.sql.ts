import type { Id } from '#kernel/ids.ts'
import type { Language } from '#kernel/language.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type Account = {
  id: Id<'user'>
  email: string
  name: string
  phc: string | null
  language: Language
}

const account = sql`
  select u.id, u.email, u.name, u.language, p.phc from users u left join user_passwords p on p.user_id = u.id
  where user_may_enter(u.id)`

export const accountByEmail = (reader: Reader, email: string) =>
  reader.maybeRow<Account>(sql`${account} and u.email = ${email}`)

export const accountById = (reader: Reader, userId: Id<'user'>) =>
  reader.maybeRow<Account>(sql`${account} and u.id = ${userId}`)

/** For a worker, which sees no password. */
export const recipientOfReset = (reader: Reader, userId: Id<'user'>) =>
  reader.maybeRow<{ email: string; name: string; language: Language }>(sql`
    select email, name, language from users u
    where u.id = ${userId} and user_may_enter(u.id)`)

export const savePassword = (tx: Tx, userId: Id<'user'>, phc: string) =>
  tx.run(sql`
    insert into user_passwords (user_id, phc) values (${userId}, ${phc})
    on conflict (user_id) do update set phc = excluded.phc, set_at = now()`)

export const enqueueReset = (tx: Tx, userId: Id<'user'>) =>
  tx.run(sql`select enqueue('send-password-reset', ${JSON.stringify({ userId })}::jsonb)`)

export const insertReset = (tx: Tx, tokenHash: Buffer, userId: Id<'user'>, expiresAt: Temporal.Instant) =>
  tx.run(
    sql`insert into password_resets (token_hash, user_id, expires_at) values (${tokenHash}, ${userId}, ${expiresAt})`,
  )

export const accountOfReset = (reader: Reader, tokenHash: Buffer, now: Temporal.Instant) =>
  reader.maybeRow<Account>(sql`
    ${account} and u.id = (select r.user_id from password_resets r
      where r.token_hash = ${tokenHash} and r.used_at is null and r.expires_at > ${now}::timestamptz)`)

/** Uses the link up, and every other link the user still has with it. False when it was used meanwhile. */
export async function useReset(tx: Tx, tokenHash: Buffer, userId: Id<'user'>, now: Temporal.Instant): Promise<boolean> {
  const used = await tx.run(sql`
    update password_resets set used_at = ${now}::timestamptz where token_hash = ${tokenHash} and used_at is null`)
  await tx.run(sql`
    update password_resets set used_at = ${now}::timestamptz where user_id = ${userId} and used_at is null`)
  return used === 1
}
