import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

const standing = sql`not exists (select from agreement_endings_taken_back b where b.ending_id = x.id)
  and not exists (select from agreement_effects e where e.ending_id = x.id)`

/** Ends that were announced for everybody and can still be taken back. */
export const announcedForAll = (reader: Reader) =>
  reader.rows<{ id: Id<'agreement-ending'>; last_day: Temporal.PlainDate }>(
    sql`select x.id, x.last_day from agreement_endings x where x.reason = 'service-ends' and ${standing} order by x.last_day desc`,
  )

export type ServiceFigures = {
  insurers: number
  clinics: number
  users: number
  open_cases: number
  visits: number
  journals: number
}

/** What ends with the service, in numbers. A case counts at its insurer. */
export const figuresOfService = (reader: Reader, lastDay: Temporal.PlainDate) =>
  reader.row<ServiceFigures>(sql`
    select (count(*) filter (where o.kind = 'insurer'))::integer as insurers, (count(*) filter (where o.kind <> 'insurer'))::integer as clinics,
      coalesce(sum(f.users), 0)::integer as users, coalesce(sum(f.open_cases) filter (where o.kind = 'insurer'), 0)::integer as open_cases,
      coalesce(sum(f.visits) filter (where o.kind = 'insurer'), 0)::integer as visits,
      coalesce(sum(f.journals) filter (where o.kind <> 'insurer'), 0)::integer as journals
    from organisations o cross join lateral agreement_figures(o.id, ${lastDay}) f
    where o.kind <> 'operator' and not exists (select from agreement_effects e where e.organisation_id = o.id)`)

/** Those who are still here and would be beyond that day; with the end that was announced for a later one. */
export const whoWouldStay = (reader: Reader, lastDay: Temporal.PlainDate) =>
  reader.rows<{ id: Id<'organisation'>; later_ending: Id<'agreement-ending'> | null }>(sql`
    select o.id, x.id as later_ending from organisations o
    left join agreement_endings x on x.organisation_id = o.id and ${standing}
    where o.kind <> 'operator' and not exists (select from agreement_effects e where e.organisation_id = o.id)
      and (x.id is null or x.last_day > ${lastDay})
    order by o.id`)

/** One transaction at a time ends or reopens the service. */
export const lockService = (tx: Tx) => tx.run(sql`select pg_advisory_xact_lock(hashtext('service-end'))`)
