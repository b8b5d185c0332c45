import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

/**
 * Counts every day before `today` that is not counted yet, from the first on which anything happened. Each figure reads the days it counts
 * and no others. Tells how many days those were.
 */
export const countDaysBefore = (tx: Tx, today: Temporal.PlainDate) =>
  tx.run(sql`
    with span as (
      select coalesce((select max(day) + 1 from counted_days),
        (select (least(min(e.at), (select min(m.marked_at) from consent_marks m), (select min(c.chosen_at) from cookie_choices c))
          at time zone 'Europe/Copenhagen')::date from audit_events e)) as first, ${today}::date as until
    ), bounds as (
      select first, until, first::timestamp at time zone 'Europe/Copenhagen' as since, until::timestamp at time zone 'Europe/Copenhagen' as before from span
    ), happened (at, figure, subject) as (
      select m.marked_at, 'consent-given', '' from bounds, consent_marks m where m.marked_at >= since and m.marked_at < before
      union all
      select w.withdrawn_at, 'consent-withdrawn', '' from bounds, consent_withdrawals w where w.withdrawn_at >= since and w.withdrawn_at < before
      union all
      select c.chosen_at, case when c.accepted = '{}' then 'cookies-refused' else 'cookies-accepted' end, c.site
      from bounds, cookie_choices c where c.chosen_at >= since and c.chosen_at < before
      union all
      select e.at, case when e.event::jsonb ->> 'result' = 'denied' then 'decision-refused' else 'decision-allowed' end, e.action
      from bounds, audit_events e where e.at >= since and e.at < before
    ), counts as (
      select (at at time zone 'Europe/Copenhagen')::date as day, figure, subject, count(*)::int as count from happened group by 1, 2, 3
    ), days as (
      insert into counted_days (day) select d::date from span, generate_series(first::timestamp, until::timestamp - interval '1 day', '1 day') d returning day
    ), kept as (
      insert into day_counts (day, figure, subject, count) select counts.* from counts join days using (day)
    )
    select day from days`)

export type MonthCount = {
  month: Temporal.PlainDate
  given: number
  withdrawn: number
  accepted: number
  refused: number
}

/** Consents and answers about cookies in each month from the given day on; a month in which nothing happened has no row. */
export const countsByMonth = (reader: Reader, since: Temporal.PlainDate) =>
  reader.rows<MonthCount>(sql`
    select date_trunc('month', day)::date as month,
      coalesce(sum(count) filter (where figure = 'consent-given'), 0)::int as given,
      coalesce(sum(count) filter (where figure = 'consent-withdrawn'), 0)::int as withdrawn,
      coalesce(sum(count) filter (where figure = 'cookies-accepted'), 0)::int as accepted,
      coalesce(sum(count) filter (where figure = 'cookies-refused'), 0)::int as refused
    from day_counts where day >= ${since} and figure not like 'decision-%' group by 1`)

export type DecisionCount = { action: string; allowed: number; refused: number }

/** What the gate decided since the given day, by what was asked for. */
export const decisionsSince = (reader: Reader, since: Temporal.PlainDate) =>
  reader.rows<DecisionCount>(sql`
    select subject as action,
      coalesce(sum(count) filter (where figure = 'decision-allowed'), 0)::int as allowed,
      coalesce(sum(count) filter (where figure = 'decision-refused'), 0)::int as refused
    from day_counts where day >= ${since} and figure like 'decision-%' group by 1`)

/** The last day that is counted; null before the first night. */
export const lastCountedDay = async (reader: Reader) =>
  (await reader.row<{ day: Temporal.PlainDate | null }>(sql`select max(day) as day from counted_days`)).day
