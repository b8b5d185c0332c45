import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

type NewNote = { readonly id: string; readonly requestId: string; readonly state: string; readonly text: Buffer }

export const saveDirectNote = (tx: Tx, { id, requestId, state, text }: NewNote) =>
  tx.run(sql`
    insert into direct_notes (id, request_id, state, text_sealed) values (${id}, ${requestId}, ${state}, ${text}::bytea)`)

type Lifting = { readonly requestId: string; readonly by: Id<'user'> | null; readonly now: Temporal.Instant }

export const liftDirectRestriction = (tx: Tx, { requestId, by, now }: Lifting) =>
  tx.run(sql`
    update direct_restrictions set lifted_at = ${now}, lifted_by = ${by} where request_id = ${requestId} and lifted_at is null`)

/** Writes what a member of staff asked to have corrected. Refused by `one_user_for_each_email`. False when there is nothing of that kind to write. */
export const correctWhatWasAsked = async (tx: Tx, requestId: string, value: string): Promise<boolean> =>
  (await tx.row<{ corrected: boolean }>(sql`select correct_what_was_asked(${requestId}, ${value}) as corrected`))
    .corrected

/** Ends everything that a colleague could use. False when they are of another house, or gone already. */
export const endAccount = async (tx: Tx, userId: Id<'user'>): Promise<boolean> =>
  (await tx.row<{ ended: boolean }>(sql`select end_access(${userId}) as ended`)).ended
