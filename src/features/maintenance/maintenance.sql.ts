import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type WindowRow = {
  id: Id<'maintenance-window'>
  starts_at: Temporal.Instant
  /** When it really ends or ended; what was announced if it was called off. */
  ends_at: Temporal.Instant
  read_only: boolean
  text_da: string
  text_en: string
  called_off: boolean
  ended_early: boolean
}

const announced = sql`select w.id, w.starts_at, coalesce(upper(w.occupies), w.ends_at) as ends_at, w.read_only, w.text_da, w.text_en,
  isempty(w.occupies) as called_off, coalesce(upper(w.occupies) < w.ends_at, false) as ended_early from maintenance_windows w`

/** The latest first. */
export const allWindows = (reader: Reader) =>
  reader.rows<WindowRow>(sql`${announced} order by w.starts_at desc, w.id desc limit 200`)

export const windowById = (reader: Reader, id: Id<'maintenance-window'>) =>
  reader.maybeRow<WindowRow>(sql`${announced} where w.id = ${id}`)

export type NewWindow = {
  id: Id<'maintenance-window'>
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  readOnly: boolean
  textDa: string
  textEn: string
  announcedBy: Id<'user'> | null
  announcedAt: Temporal.Instant
}

/** False when it would overlap with another. */
export const saveWindow = async (tx: Tx, w: NewWindow): Promise<boolean> =>
  (await tx.run(sql`
    insert into maintenance_windows (id, starts_at, ends_at, read_only, text_da, text_en, announced_by, announced_at)
    values (${w.id}, ${w.startsAt}::timestamptz, ${w.endsAt}::timestamptz, ${w.readOnly}, ${w.textDa}, ${w.textEn},
      ${w.announcedBy}, ${w.announcedAt}::timestamptz)
    on conflict do nothing`)) > 0

export type NewEnding = { windowId: Id<'maintenance-window'>; endedAt: Temporal.Instant; endedBy: Id<'user'> | null }

/** False when somebody ended it before. */
export const saveEnding = async (tx: Tx, e: NewEnding): Promise<boolean> =>
  (await tx.run(sql`
    insert into maintenance_endings (window_id, ended_at, ended_by)
    values (${e.windowId}, ${e.endedAt}::timestamptz, ${e.endedBy}) on conflict (window_id) do nothing`)) > 0
