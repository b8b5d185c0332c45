/**
 * What a search for a move adds: what the old appointment occupies counts as free, and every quarter that overlaps the old time is offered, so
 * that half an hour later can be had. Other searches keep a statement without all this: with it the first
 * times near a place took three times as long.
 */
import type { Id } from '#kernel/ids.ts'
import { nothing, type Sql, sql } from '#platform/db/sql.ts'
import { gridMinutes, type TimeSearch } from './availability.ts'

type Leaving = Pick<TimeSearch, 'leaving'>

/**
 * What of the practitioners' time is taken in name only: by holds whose time is up, and by the appointment that is left. Row-level policies show
 * that one's time to those alone who may know of it; nobody else's search changes.
 */
export const vacant = ({ leaving, now }: Leaving & Pick<TimeSearch, 'now'>): Sql => {
  const expired = sql`from taken_times where kind = 'practitioner' and expires_at <= ${now}::timestamptz`
  if (!leaving)
    return sql`vacant as materialized (
      select resource_id as practitioner_id, range_agg(span) as spans ${expired} group by resource_id)`
  return sql`${leftBehind(leaving)},
    vacant as materialized (
      select v.practitioner_id, range_agg(v.span) as spans, min(v.left_from) as left_from, max(v.left_until) as left_until
      from (
        select resource_id as practitioner_id, span, null::timestamptz as left_from, null::timestamptz as left_until ${expired}
        union all
        select resource_id, span, lower(span), upper(span) from left_behind where kind = 'practitioner') v
      group by v.practitioner_id)`
}

const leftBehind = (leaving: Id<'appointment'>) => sql`left_behind as materialized (
      select kind, resource_id, span from occupancies where appointment_id = ${leaving}::uuid)`

/** The beginnings within a gap: packed, or around the old time each quarter, of which `isOffered` keeps some. */
export const beginnings = ({ leaving }: Leaving): Sql =>
  leaving
    ? sql`cross join lateral (select ${onGrid(sql`lower(gap)`)} as first, ${onGrid(sql`x.left_until`)} as resumes,
            coalesce(lower(gap) < x.left_until and x.left_from < upper(gap), false) as is_left) g
          cross join lateral generate_series(g.first, upper(gap) - treatment.need,
            case when g.is_left then make_interval(mins => ${gridMinutes}::integer) else treatment.step end) begins`
    : sql`cross join lateral generate_series(${onGrid(sql`lower(gap)`)}, upper(gap) - treatment.need, treatment.step) begins`

/** The quarter on or after an instant, counted from the opening. */
const onGrid = (instant: Sql): Sql =>
  sql`lower(opening) + make_interval(mins => (ceil(extract(epoch from ${instant} - lower(opening)) / (60 * ${gridMinutes}::float8)) * ${gridMinutes}::float8)::integer)`

/** Before and after the old time as without a move, packed; every quarter that overlaps it; but not the very same time. */
export const isOffered = ({ leaving }: Leaving): Sql =>
  leaving
    ? sql`and (not g.is_left or begins <> x.left_from
            and (begins > x.left_from - treatment.need and begins < x.left_until
              or mod(extract(epoch from begins - case when begins < x.left_until then g.first else g.resumes end), extract(epoch from treatment.step)) = 0))`
    : nothing

/** Of a room that seems taken at `o.span`: it is not the old appointment that takes it. */
export const isNotLeft = ({ leaving }: Leaving): Sql =>
  leaving
    ? sql`and o.span not in (select l.span from left_behind l where l.kind = 'room' and l.resource_id = r.id)`
    : nothing
