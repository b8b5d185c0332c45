/**
 * Which times are free. The days' free ranges are derived from hours, exceptions and what is taken (see `practitioner_days`), so a
 * search reads one row for each practitioner and day, whatever lies in the past. Days are gone through in order and reading stops at
 * the limit. Within a gap times are packed against what is before it, on whole quarters, so that no useless gaps arise.
 */
import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { type Sql, sql } from '#platform/db/sql.ts'
import { clockOfPart, type FreeTime, gridMinutes, patientLeadMinutes, type TimeSearch } from './availability.ts'
import { beginnings, isNotLeft, isOffered, vacant } from './times-of-a-move.sql.ts'

type TimeRow = {
  clinic_id: Id<'organisation'>
  clinic_name: string
  practitioner_id: Id<'practitioner'>
  practitioner_name: string
  starts_at: Temporal.Instant
  ends_at: Temporal.Instant
  km: number | null
}

/** Free times, the earliest first and of equal ones the nearest: one statement. */
export async function freeTimes(reader: Reader, search: TimeSearch): Promise<FreeTime[]> {
  const rows = await reader.rows<TimeRow>(sql`
    with ${searched(search)}
    select t.clinic_id, t.clinic_name, t.practitioner_id, t.practitioner_name, t.starts_at, t.ends_at, t.km
    from (${daysOf(search)}) day
    cross join lateral (${timesOfDay(search, sql`staff`)} limit ${search.perDayLimit ?? search.limit}) t
    order by day.on_date, t.starts_at, t.km, t.practitioner_id
    limit ${search.limit}`)
  return rows.map(timeOf)
}

/** The first free time of each clinic that has one; the earliest first. Per clinic, reading stops at its first day with room. */
export async function firstFreeByClinic(reader: Reader, search: TimeSearch): Promise<FreeTime[]> {
  const rows = await reader.rows<TimeRow>(sql`
    with ${searched(search)}
    select t.clinic_id, t.clinic_name, t.practitioner_id, t.practitioner_name, t.starts_at, t.ends_at, t.km
    from clinics clinic
    cross join lateral (
      select found.* from (${daysOf(search)}) day
      cross join lateral (${timesOfDay(search, sql`(select * from staff where staff.clinic_id = clinic.clinic_id)`)} limit 1) found
      order by day.on_date limit 1) t
    order by t.starts_at, t.km, t.clinic_id
    limit ${search.limit}`)
  return rows.map(timeOf)
}

/** What is asked for, who could give it, and what of their time is taken in name only. */
const searched = ({ treatmentType, clinicIds, near, now, leaving }: TimeSearch): Sql => sql`
    treatment as (
      select t.code, t.room_kind, make_interval(mins => t.duration_minutes) as length,
        make_interval(mins => t.duration_minutes + t.buffer_minutes) as need,
        make_interval(mins => (ceil((t.duration_minutes + t.buffer_minutes) / ${gridMinutes}::float8) * ${gridMinutes}::float8)::integer) as step
      from treatment_types t where t.code = ${treatmentType}),
    clinics as (
      select o.id as clinic_id, o.name as clinic_name, place.km
      from organisations o
      left join clinic_locations l on l.clinic_id = o.id
      cross join lateral (select kilometres_between(${near?.lat ?? null}::float8, ${near?.lon ?? null}::float8, l.latitude, l.longitude) as km) place
      where o.kind in ('clinic', 'hospital') and (${clinicIds ?? null}::uuid[] is null or o.id = any (${clinicIds ?? null}::uuid[]))
        and (${near?.km ?? null}::float8 is null or place.km <= ${near?.km ?? null}::float8)),
    staff as materialized (
      select c.clinic_id, c.clinic_name, c.km, p.id as practitioner_id, p.name as practitioner_name,
        least(p.active_until, ending.last_day) as active_until
      from clinics c
      join practitioners p on p.organisation_id = c.clinic_id
      join practitioner_services s on s.practitioner_id = p.id and s.treatment_type = (select code from treatment)
      left join last_bookable_days() ending on ending.organisation_id = c.clinic_id),
    ${vacant({ leaving, now })}`

/** Sorted, so that the planner knows the days to come in order and can stop early. */
const daysOf = ({ from, until }: TimeSearch): Sql =>
  sql`select d::date as on_date from generate_series(${from}::date::timestamp, ${until}::date::timestamp, interval '1 day') d order by 1`

/** `offset 0` and `is true` keep the look for a room above the sort: rooms are looked for only until the limit is reached. */
const timesOfDay = (search: TimeSearch, whose: Sql): Sql => sql`
      select c.* from (
        select w.clinic_id, w.clinic_name, w.practitioner_id, w.practitioner_name, w.km, w.starts_at,
          w.starts_at + treatment.length as ends_at, w.starts_at + treatment.need as done_at, treatment.room_kind
        from treatment, lateral (
          select s.*, begins as starts_at
          from ${whose} s
          join practitioner_days d on d.practitioner_id = s.practitioner_id and d.on_date = day.on_date
          left join vacant x on x.practitioner_id = s.practitioner_id
          cross join lateral unnest(d.free + coalesce(d.open * x.spans, '{}')) gap
          join lateral unnest(d.open) opening on opening @> gap
          ${beginnings(search)}
          where (s.active_until is null or s.active_until >= day.on_date) ${isOffered(search)}) w
        where w.starts_at >= ${earliest(search)}::timestamptz ${partOfDay(search)}
        order by w.starts_at, w.km, w.practitioner_id offset 0) c
      where exists (${freeRoomOf(search)}) is true
      order by c.starts_at, c.km, c.practitioner_id`

const freeRoomOf = ({ now, leaving }: TimeSearch): Sql => sql`
        select from rooms r
        where r.organisation_id = c.clinic_id and r.kind = c.room_kind and (r.active_until is null or r.active_until >= day.on_date)
          and not exists (select from taken_times o where o.kind = 'room' and o.resource_id = r.id
            and o.span && tstzrange(c.starts_at, c.done_at) and (o.expires_at is null or o.expires_at > ${now}::timestamptz) ${isNotLeft({ leaving })})
          and not exists (select from opening_exceptions e
            where e.organisation_id = c.clinic_id and e.on_date = day.on_date and e.room_id = r.id and e.kind = 'closed'
              and (c.starts_at at time zone 'Europe/Copenhagen')::time < coalesce(e.closes, '24:00')
              and (c.done_at at time zone 'Europe/Copenhagen')::time > coalesce(e.opens, '00:00'))`

const earliest = ({ now, leadMinutes = patientLeadMinutes }: TimeSearch): Temporal.Instant =>
  now.add({ minutes: leadMinutes })

/** The same text whether or not a part is asked for, so that PostgreSQL keeps one plan. */
const partOfDay = ({ partOfDay: part }: TimeSearch): Sql => {
  const [from, until] = part ? clockOfPart[part] : ['00:00', '24:00']
  return sql`and (w.starts_at at time zone 'Europe/Copenhagen')::time >= ${from}::time
          and (w.starts_at at time zone 'Europe/Copenhagen')::time < ${until}::time`
}

const timeOf = (row: TimeRow): FreeTime => ({
  clinicId: row.clinic_id,
  clinicName: row.clinic_name,
  practitionerId: row.practitioner_id,
  practitionerName: row.practitioner_name,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  km: row.km,
})
