import type { Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type TrailStanding = {
  stated_at: Temporal.Instant | null
  stated_links: number | null
  checked_at: Temporal.Instant | null
  checked_links: number | null
  findings: number | null
}

/** When the trail was last stated outside the database and last checked, and what was found. All null for everybody but the operator. */
export const trailStanding = (reader: Reader) =>
  reader.row<TrailStanding>(sql`
    select s.stated_at, s.links::int as stated_links, c.checked_at, c.links::int as checked_links, c.findings
    from (select 1) one
    left join lateral (select stated_at, links from audit_statements order by id desc limit 1) s on true
    left join lateral (select checked_at, links, findings from audit_checks order by id desc limit 1) c on true`)
