import type { Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import type { Right } from './rights.ts'

export type OpenRow = {
  request_id: string
  right: Right
  controller: string
  received_at: Temporal.Instant
  identified_at: Temporal.Instant | null
  is_extended: boolean
}

/** Every request that waits for an answer, without whom it is about or what it says. Empty for everybody but the operator. */
export const openRequests = (reader: Reader) =>
  reader.rows<OpenRow>(sql`
    select request_id, "right", controller, received_at, identified_at, extended as is_extended from rights_overview() order by received_at`)
