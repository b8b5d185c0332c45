import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type ClientRow = {
  id: Id<'api-client'>
  organisation_id: Id<'organisation'>
  name: string
  issued_by_name: string | null
  issued_at: Temporal.Instant
  revoked_at: Temporal.Instant | null
  revoked_by_name: string | null
}

/** An organisation's clients: those in use first, the newest first. */
export const clientsOf = (reader: Reader, organisationId: Id<'organisation'>) =>
  reader.rows<ClientRow>(sql`
    select c.id, c.organisation_id, c.name, i.name as issued_by_name, c.issued_at, c.revoked_at, r.name as revoked_by_name
    from api_clients c left join users i on i.id = c.issued_by left join users r on r.id = c.revoked_by
    where c.organisation_id = ${organisationId} order by c.revoked_at is not null, c.issued_at desc, c.id desc`)

export const clientById = (reader: Reader, id: string) =>
  reader.maybeRow<{ id: Id<'api-client'>; organisation_id: Id<'organisation'> }>(
    sql`select id, organisation_id from api_clients where id = ${id}`,
  )

type NewClient = {
  id: Id<'api-client'>
  organisationId: Id<'organisation'>
  name: string
  secretHash: Buffer
  issuedBy: Id<'user'> | null
  at: Temporal.Instant
}

export const saveClient = (tx: Tx, c: NewClient) =>
  tx.run(sql`
    insert into api_clients (id, organisation_id, name, secret_hash, issued_by, issued_at)
    values (${c.id}, ${c.organisationId}, ${c.name}, ${c.secretHash}, ${c.issuedBy}, ${c.at}::timestamptz)`)

export const revoke = (tx: Tx, id: Id<'api-client'>, by: { userId: Id<'user'> | null; at: Temporal.Instant }) =>
  tx.run(sql`
    update api_clients set revoked_at = ${by.at}::timestamptz, revoked_by = ${by.userId} where id = ${id} and revoked_at is null`)

/** What the gatekeeper must know to let a client in. */
export const liveClient = (reader: Reader, id: Id<'api-client'>) =>
  reader.maybeRow<{ organisation_id: Id<'organisation'>; secret_hash: Buffer }>(
    sql`select organisation_id, secret_hash from api_clients where id = ${id} and revoked_at is null`,
  )

export const saveToken = (tx: Tx, t: { hash: Buffer; clientId: Id<'api-client'>; expiresAt: Temporal.Instant }) =>
  tx.run(sql`
    insert into api_tokens (token_hash, client_id, expires_at) values (${t.hash}, ${t.clientId}, ${t.expiresAt}::timestamptz)`)

/** For the nightly jobs. They tell how many. */
export const eraseTokensOver = (tx: Tx, at: Temporal.Instant) =>
  tx.run(sql`delete from api_tokens where expires_at <= ${at}::timestamptz`)

/** Keys that nobody repeats any more. */
export const eraseKeysBefore = (tx: Tx, limit: Temporal.Instant) =>
  tx.run(sql`delete from idempotency_keys where created_at < ${limit}::timestamptz`)
