import { texts } from '#kernel/language.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Database } from '#platform/db/database.ts'
import type { MaintenanceWindow } from './maintenance-window.ts'
import { windowsSince } from './windows.sql.ts'

/** The maintenance that this process knows of, so that no page asks the database for it. */
export type MaintenanceCalendar = {
  /** Looks again when what is known is older than five seconds. When the database does not answer, what was known last still counts. */
  refresh(now: Temporal.Instant): Promise<void>
  known(): readonly MaintenanceWindow[]
  /** This process looks again at the next request. */
  forget(): void
}

const freshMs = 5000

/** The status page tells of so much of the past. */
const pastKept = { hours: 90 * 24 }

export function openMaintenanceCalendar(database: Database): MaintenanceCalendar {
  let windows: readonly MaintenanceWindow[] = []
  let lookedAtMs = Number.NEGATIVE_INFINITY
  let looking: Promise<void> = Promise.resolve()
  return {
    refresh(now) {
      if (Math.abs(now.epochMilliseconds - lookedAtMs) < freshMs) return looking
      lookedAtMs = now.epochMilliseconds
      looking = look(database, now).then(
        (found) => {
          windows = found
        },
        () => undefined,
      )
      return looking
    },
    known: () => windows,
    forget() {
      lookedAtMs = Number.NEGATIVE_INFINITY
    },
  }
}

async function look(database: Database, now: Temporal.Instant): Promise<readonly MaintenanceWindow[]> {
  const since = now.subtract(pastKept)
  const rows = await database.transaction({ kind: 'anonymous' }, (tx) => windowsSince(tx, since), 'look')
  return rows.map((row) => ({
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    readOnly: row.read_only,
    text: texts(row.text_da, row.text_en),
  }))
}
