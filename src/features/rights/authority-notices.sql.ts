import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type AuthorityNoticeRow = {
  id: string
  authority: string
  disclosed_at: Temporal.Instant
  told_at: Temporal.Instant | null
}

/** The authorities that must hear what came of a request, in the order in which they were told of the case. */
export const authorityNoticesOf = (reader: Reader, requestId: Id<'rights-request'>) =>
  reader.rows<AuthorityNoticeRow>(sql`
    select id, authority, disclosed_at, told_at from authority_notices where request_id = ${requestId} order by disclosed_at, id`)

/** Tells how many were noted: none when it was noted before, or is no notice of this request. */
export const noteAuthorityTold = (
  tx: Tx,
  n: { requestId: Id<'rights-request'>; noticeId: string; by: Id<'user'> | null; now: Temporal.Instant },
) =>
  tx.run(sql`
    update authority_notices set told_at = ${n.now}, told_by = ${n.by}
    where request_id = ${n.requestId} and id::text = ${n.noticeId} and told_at is null`)
