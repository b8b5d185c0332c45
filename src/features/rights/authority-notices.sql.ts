import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

type Raising = { requestId: Id<'rights-request'>; caseId: Id<'case'>; now: Temporal.Instant }

/** One notice for each authority that the answering organisation has told of the case (art. 19): those of others are not in its sight. */
export const raiseAuthorityNotices = (tx: Tx, { requestId, caseId, now }: Raising) =>
  tx.run(sql`
    insert into authority_notices (id, request_id, disclosure_id, authority, disclosed_at, raised_at)
    select gen_random_uuid(), ${requestId}::uuid, d.id, d.authority, d.disclosed_at, ${now}::timestamptz from disclosures d
    where d.case_id = ${caseId} and d.direction = 'to-authority' and d.disclosed_by_organisation = current_organisation()`)

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
