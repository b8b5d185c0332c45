import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type VisitRow = {
  id: Id<'appointment'>
  case_id: Id<'case'>
  person_id: Id<'person'>
  name_sealed: Buffer
  treatment_da: string
  treatment_en: string
  practitioner_id: Id<'practitioner'>
  practitioner_name: string
  room_name: string
  starts_at: Temporal.Instant
  ends_at: Temporal.Instant
  cancelled_because: string | null
  attendance: string[]
}

type Span = { readonly from: Temporal.Instant; readonly until: Temporal.Instant }

/**
 * The clinic's visits that begin in the span and are not cancelled, by time. A visit whose case is out of sight, because its consent is
 * withdrawn, is not among them.
 */
export const visitsBetween = (
  reader: Reader,
  { from, until }: Span,
  practitionerId: Id<'practitioner'> | null = null,
) =>
  reader.rows<VisitRow>(sql`
    ${visits} where a.clinic_id = current_organisation() and a.starts_at >= ${from}::timestamptz and a.starts_at < ${until}::timestamptz
      and (${practitionerId}::uuid is null or a.practitioner_id = ${practitionerId}::uuid)
      and not exists (select from appointment_cancellations x where x.appointment_id = a.id)
    order by a.starts_at, p.name, a.id`)

/** Visits ahead that lie outside the practitioner's laid-out opening hours. */
export const visitsOutsideHours = (
  reader: Reader,
  practitionerIds: readonly Id<'practitioner'>[],
  now: Temporal.Instant,
) =>
  reader.rows<VisitRow>(sql`
    ${visits} join practitioner_days d on d.practitioner_id = a.practitioner_id
      and d.on_date = (a.starts_at at time zone 'Europe/Copenhagen')::date
    where a.clinic_id = current_organisation() and a.starts_at > ${now}::timestamptz and a.practitioner_id = any (${practitionerIds}::uuid[])
      and not d.open @> tstzrange(a.starts_at, a.ends_at)
      and not exists (select from appointment_cancellations x where x.appointment_id = a.id)
    order by a.starts_at, p.name, a.id`)

/** Visits ahead in a room during a span. */
export const visitsInRoom = (reader: Reader, roomId: Id<'room'>, { from, until }: Span) =>
  reader.rows<VisitRow>(sql`
    ${visits} where a.clinic_id = current_organisation() and a.room_id = ${roomId}
      and a.starts_at < ${until}::timestamptz and a.ends_at > ${from}::timestamptz
      and not exists (select from appointment_cancellations x where x.appointment_id = a.id)
    order by a.starts_at, a.id`)

const visits = sql<VisitRow>`
    select a.id, a.case_id, a.person_id, pt.name_sealed, t.name_da as treatment_da, t.name_en as treatment_en, a.practitioner_id,
      p.name as practitioner_name, r.name as room_name, a.starts_at, a.ends_at, null::text as cancelled_because,
      array(select n.state from appointment_attendance n where n.appointment_id = a.id) as attendance
    from appointments a join cases c on c.id = a.case_id join patients pt on pt.id = c.patient_id
      join treatment_types t on t.code = a.treatment_type join practitioners p on p.id = a.practitioner_id join rooms r on r.id = a.room_id`
