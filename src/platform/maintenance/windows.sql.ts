import type { Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

type WindowRow = {
  starts_at: Temporal.Instant
  ends_at: Temporal.Instant
  read_only: boolean
  text_da: string
  text_en: string
}

/** Those that end after the given time, in the order of time, without those called off. */
export const windowsSince = (reader: Reader, since: Temporal.Instant) =>
  reader.rows<WindowRow>(sql`
    select starts_at, upper(occupies) as ends_at, read_only, text_da, text_en from maintenance_windows
    where not isempty(occupies) and occupies && tstzrange(${since}::timestamptz, null) order by starts_at`)

/** When the service can be changed again, after the last of windows without a pause between them; null when it can be now. */
export const readOnlyUntil = async (reader: Reader, now: Temporal.Instant): Promise<Temporal.Instant | null> => {
  const found = await reader.maybeRow<{ ends_at: Temporal.Instant }>(sql`
    select upper(closed) as ends_at from (
      select unnest(range_agg(occupies)) as closed from maintenance_windows where read_only and not isempty(occupies)) spans
    where closed @> ${now}::timestamptz`)
  return found?.ends_at ?? null
}

/** Whether mail and SMS go out. */
export const messagesGoOut = async (reader: Reader): Promise<boolean> =>
  (await reader.row<{ flowing: boolean }>(sql`select messages_go_out() as flowing`)).flowing
