import type { Language } from '#kernel/language.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

type NewLink = {
  readonly id: string
  readonly emailIndex: Buffer
  readonly email: Buffer
  readonly language: Language
  readonly now: Temporal.Instant
}

export const saveLink = (tx: Tx, { id, emailIndex, email, language, now }: NewLink) =>
  tx.run(sql`
    insert into enquirer_links (id, email_index, email_sealed, language, asked_at)
    values (${id}, ${emailIndex}::bytea, ${email}::bytea, ${language}, ${now})`)

export const enqueueLink = (tx: Tx, linkId: string) =>
  tx.run(sql`select enqueue('send-enquirer-link', ${JSON.stringify({ linkId })}::jsonb)`)

export type AskedLink = { email_sealed: Buffer; language: Language }

export const linkToSend = (reader: Reader, id: string) =>
  reader.maybeRow<AskedLink>(sql`select email_sealed, language from enquirer_links where id = ${id}`)

/** From here the link opens, until its time is over. Sent again, the one before it opens nothing any more. */
export const openLink = (tx: Tx, id: string, { hash, until }: { hash: Buffer; until: Temporal.Instant }) =>
  tx.run(sql`update enquirer_links set token_hash = ${hash}::bytea, expires_at = ${until} where id = ${id}`)

export type EnteredLink = {
  link_id: string
  email_sealed: Buffer
  email_index: Buffer
  expires_at: Temporal.Instant
}

/** Makes whoever holds the link the one who asks, for this transaction. Null: there is no such link, or its time is over. */
export const enterByLink = (reader: Reader, tokenHash: Buffer, now: Temporal.Instant) =>
  reader.maybeRow<EnteredLink>(sql`select * from enter_by_link(${tokenHash}::bytea, ${now}::timestamptz)`)

export const sweepLinks = (tx: Tx, { period, now }: { period: string; now: Temporal.Instant }) =>
  tx.run(sql`delete from enquirer_links where asked_at + ${period}::interval <= ${now}::timestamptz`)
