import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type PractitionerRow = {
  id: Id<'practitioner'>
  user_id: Id<'user'> | null
  name: string
  profession: string
  active_until: Temporal.PlainDate | null
  services: string[]
  treatments_da: string[]
  treatments_en: string[]
}

/** The clinic's practitioners who still work there, by name. */
export const practitionersOfClinic = (reader: Reader, today: Temporal.PlainDate) =>
  reader.rows<PractitionerRow>(sql`
    select p.id, p.user_id, p.name, p.profession, p.active_until,
      array(select s.treatment_type from practitioner_services s where s.practitioner_id = p.id order by 1) as services,
      array(select t.name_da from practitioner_services s join treatment_types t on t.code = s.treatment_type
        where s.practitioner_id = p.id order by t.name_da) as treatments_da,
      array(select t.name_en from practitioner_services s join treatment_types t on t.code = s.treatment_type
        where s.practitioner_id = p.id order by t.name_en) as treatments_en
    from practitioners p
    where p.organisation_id = current_organisation() and (p.active_until is null or p.active_until >= ${today}::date)
    order by p.name, p.id`)

export type RoomRow = { id: Id<'room'>; name: string; kind: string; active_until: Temporal.PlainDate | null }

export const roomsOfClinic = (reader: Reader, today: Temporal.PlainDate) =>
  reader.rows<RoomRow>(sql`
    select id, name, kind, active_until from rooms
    where organisation_id = current_organisation() and (active_until is null or active_until >= ${today}::date) order by name, id`)

type Days = { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate }

export type StretchRow = {
  practitioner_id: Id<'practitioner'>
  on_date: Temporal.PlainDate
  kind: 'open' | 'free'
  starts_at: Temporal.Instant
  ends_at: Temporal.Instant
}

/** When the clinic's practitioners are open, and when they are free, day by day. */
export const stretchesOfDays = (reader: Reader, { from, until }: Days) =>
  reader.rows<StretchRow>(sql`
    select d.practitioner_id, d.on_date, s.kind, lower(s.span) as starts_at, upper(s.span) as ends_at
    from practitioner_days d cross join lateral (
      select 'open' as kind, unnest(d.open) as span union all select 'free', unnest(d.free)) s
    where d.organisation_id = current_organisation() and d.on_date between ${from}::date and ${until}::date
    order by d.practitioner_id, s.kind, 4`)
