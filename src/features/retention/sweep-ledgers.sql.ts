import type { Temporal } from '#kernel/time.ts'
import type { Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

/** Each takes away what is older than `before`, and tells how many went. The database lets go of no erasure of the last year. */
export const forgetErasures = async (tx: Tx, before: Temporal.Instant) =>
  (await tx.row<{ gone: number }>(sql`select forget_old_erasures(${before}) as gone`)).gone

/** A report stays while a line of the ledger points to it. */
export const forgetRuns = (tx: Tx, before: Temporal.Instant) =>
  tx.run(sql`
    delete from retention_runs r where r.started_at < ${before} and not exists (select from erasures e where e.run_id = r.id)`)

export const forgetLogSweeps = (tx: Tx, before: Temporal.Instant) =>
  tx.run(sql`delete from log_sweeps where swept_at < ${before}`)

/** Whatever became of them: who accepted is a user, and nobody else is known any longer. */
export const forgetInvitations = (tx: Tx, before: Temporal.Instant) =>
  tx.run(sql`delete from invitations where expires_at < ${before}`)

export const forgetRevocations = (tx: Tx, before: Temporal.Instant) =>
  tx.run(sql`delete from revocations where revoked_at < ${before}`)
