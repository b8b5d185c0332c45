import type { Id } from '#kernel/ids.ts'
import type { Language } from '#kernel/language.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type NewDirect = {
  readonly requestId: Id<'rights-request'>
  readonly asker: 'staff' | 'enquirer'
  readonly userId: Id<'user'> | null
  readonly enquirerIndex: Buffer | null
  readonly email: Buffer | null
  readonly words: Buffer | null
  readonly language: Language
  readonly activity: string
  readonly leadId: Id<'lead'> | null
}

export const saveDirect = (tx: Tx, d: NewDirect) =>
  tx.run(sql`
    insert into direct_requests (request_id, asker, user_id, enquirer_index, email_sealed, words_sealed, language, activity, lead_id)
    values (${d.requestId}, ${d.asker}, ${d.userId}, ${d.enquirerIndex}::bytea, ${d.email}::bytea, ${d.words}::bytea, ${d.language},
      ${d.activity}, ${d.leadId})`)

export const enqueueDirectNotice = (tx: Tx, requestId: string, notice: 'arrived' | 'news') =>
  tx.run(sql`select enqueue('send-direct-notice', ${JSON.stringify({ requestId, notice })}::jsonb)`)

/** The operator's own organisation, and whether somebody but the asker decides in theirs. */
export const housesToAsk = (reader: Reader) =>
  reader.row<{ operator: Id<'organisation'>; has_another: boolean }>(
    sql`select operator_organisation() as operator, another_administrator_is_here() as has_another`,
  )

type NewRestriction = {
  readonly id: string
  readonly requestId: string
  readonly userId: Id<'user'> | null
  readonly leadId: Id<'lead'> | null
  readonly because: 'restriction' | 'objection'
  readonly now: Temporal.Instant
}

export const saveDirectRestriction = (tx: Tx, r: NewRestriction) =>
  tx.run(sql`
    insert into direct_restrictions (id, request_id, user_id, lead_id, because, restricted_at)
    values (${r.id}, ${r.requestId}, ${r.userId}, ${r.leadId}, ${r.because}, ${r.now})`)
