import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type TotpRow = { secret_sealed: Buffer; last_step: string | number | null }
export type PasskeyRow = {
  credential_id: string
  name: string
  public_key: Buffer
  counter: string | number
  transports: string[]
  created_at: Temporal.Instant
  used_at: Temporal.Instant | null
}

export const totpOf = (reader: Reader, userId: Id<'user'>) =>
  reader.maybeRow<TotpRow>(
    sql`select secret_sealed, last_step from user_totp where user_id = ${userId} and confirmed_at is not null`,
  )

export const saveTotp = (tx: Tx, userId: Id<'user'>, sealed: Buffer, step: number) =>
  tx.run(sql`
    insert into user_totp (user_id, secret_sealed, confirmed_at, last_step) values (${userId}, ${sealed}, now(), ${step})
    on conflict (user_id) do update set secret_sealed = excluded.secret_sealed, confirmed_at = now(), last_step = excluded.last_step`)

/** Notes that the code of this half-minute is used. False when it, or a later one, was used already. */
export const useStep = async (tx: Tx, userId: Id<'user'>, step: number) =>
  (await tx.run(sql`
    update user_totp set last_step = ${step} where user_id = ${userId} and (last_step is null or last_step < ${step})`)) ===
  1

export const passkeysOf = (reader: Reader, userId: Id<'user'>) =>
  reader.rows<PasskeyRow>(sql`
    select credential_id, name, public_key, counter, transports, created_at, used_at
    from user_passkeys where user_id = ${userId} order by created_at`)

type NewPasskey = {
  credentialId: string
  name: string
  publicKey: Buffer
  counter: number
  transports: readonly string[]
}

/** False when the passkey is known already. */
export const insertPasskey = async (tx: Tx, userId: Id<'user'>, p: NewPasskey) =>
  (await tx.run(sql`
    insert into user_passkeys (credential_id, user_id, name, public_key, counter, transports)
    values (${p.credentialId}, ${userId}, ${p.name}, ${p.publicKey}, ${p.counter}, ${p.transports}::text[])
    on conflict (credential_id) do nothing`)) === 1

export const notePasskeyUse = (tx: Tx, credentialId: string, counter: number, now: Temporal.Instant) =>
  tx.run(sql`
    update user_passkeys set counter = ${counter}, used_at = ${now}::timestamptz where credential_id = ${credentialId}`)

export const deletePasskey = (tx: Tx, userId: Id<'user'>, credentialId: string) =>
  tx.run(sql`delete from user_passkeys where user_id = ${userId} and credential_id = ${credentialId}`)

export const recoveryCodesOf = (reader: Reader, userId: Id<'user'>) =>
  reader.rows<{ hash: string; used: boolean }>(sql`
    select hash, used_at is not null as used from user_recovery_codes where user_id = ${userId} order by hash`)

export async function replaceRecoveryCodes(tx: Tx, userId: Id<'user'>, hashes: readonly string[]) {
  await tx.run(sql`delete from user_recovery_codes where user_id = ${userId}`)
  await tx.run(sql`insert into user_recovery_codes (user_id, hash) select ${userId}, unnest(${hashes}::text[])`)
}

export const useRecoveryCode = async (tx: Tx, userId: Id<'user'>, hash: string, now: Temporal.Instant) =>
  (await tx.run(sql`
    update user_recovery_codes set used_at = ${now}::timestamptz
    where user_id = ${userId} and hash = ${hash} and used_at is null`)) === 1
