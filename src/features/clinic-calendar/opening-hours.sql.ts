import type { Id } from '#kernel/ids.ts'
import type { ClockTime, Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import type { Interval } from './weekly-hours.ts'

export type HoursRow = Interval & {
  practitioner_id: Id<'practitioner'>
  weekday: number
  valid_from: Temporal.PlainDate
  valid_until: Temporal.PlainDate | null
}

/** The weekly hours that are in force now or will be, of one practitioner or of all, in the order of the week. */
export const weeklyHours = (
  reader: Reader,
  today: Temporal.PlainDate,
  practitionerId: Id<'practitioner'> | null = null,
) =>
  reader.rows<HoursRow>(sql`
    select practitioner_id, weekday, opens, closes, valid_from, valid_until from opening_hours
    where organisation_id = current_organisation() and (valid_until is null or valid_until >= ${today}::date)
      and (${practitionerId}::uuid is null or practitioner_id = ${practitionerId}::uuid)
    order by practitioner_id, valid_from, weekday, opens`)

/** Ends the hours in force the day before; those that would only have begun later are replaced altogether. */
export async function endHoursBefore(
  tx: Tx,
  practitionerId: Id<'practitioner'>,
  from: Temporal.PlainDate,
): Promise<void> {
  await tx.run(sql`delete from opening_hours where practitioner_id = ${practitionerId} and valid_from >= ${from}::date`)
  await tx.run(sql`
    update opening_hours set valid_until = ${from}::date - 1
    where practitioner_id = ${practitionerId} and (valid_until is null or valid_until >= ${from}::date)`)
}

export type NewHours = Interval & { readonly weekday: number }

export const saveHours = (
  tx: Tx,
  {
    practitionerId,
    from,
    hours,
  }: { practitionerId: Id<'practitioner'>; from: Temporal.PlainDate; hours: readonly NewHours[] },
) =>
  tx.run(sql`
    insert into opening_hours (id, organisation_id, practitioner_id, weekday, opens, closes, valid_from)
    select gen_random_uuid(), current_organisation(), ${practitionerId}, weekday, opens, closes, ${from}::date
    from unnest(${hours.map(({ weekday }) => weekday)}::integer[], ${hours.map(({ opens }) => opens)}::time[],
      ${hours.map(({ closes }) => closes)}::time[]) as given (weekday, opens, closes)`)

export type ExceptionRow = {
  id: Id<'exception'>
  practitioner_id: Id<'practitioner'> | null
  practitioner_name: string | null
  room_id: Id<'room'> | null
  room_name: string | null
  kind: 'closed' | 'open'
  on_date: Temporal.PlainDate
  opens: ClockTime | null
  closes: ClockTime | null
  reason: string
}

const exceptions = sql<ExceptionRow>`
    select e.id, e.practitioner_id, p.name as practitioner_name, e.room_id, r.name as room_name, e.kind, e.on_date, e.opens, e.closes, e.reason
    from opening_exceptions e left join practitioners p on p.id = e.practitioner_id left join rooms r on r.id = e.room_id`

/** The clinic's exceptions from today, by date. */
export const exceptionsAhead = (reader: Reader, today: Temporal.PlainDate) =>
  reader.rows<ExceptionRow>(sql`
    ${exceptions} where e.organisation_id = current_organisation() and e.on_date >= ${today}::date
    order by e.on_date, e.opens nulls first, e.id`)

export const exceptionById = (reader: Reader, id: string) =>
  reader.maybeRow<ExceptionRow>(sql`${exceptions} where e.organisation_id = current_organisation() and e.id = ${id}`)

export type NewException = {
  readonly id: Id<'exception'>
  readonly practitionerId: Id<'practitioner'> | null
  readonly roomId: Id<'room'> | null
  readonly kind: 'closed' | 'open'
  readonly on: Temporal.PlainDate
  readonly opens: ClockTime | null
  readonly closes: ClockTime | null
  readonly reason: string
}

export const saveException = (tx: Tx, e: NewException) =>
  tx.run(sql`
    insert into opening_exceptions (id, organisation_id, practitioner_id, room_id, kind, on_date, opens, closes, reason)
    values (${e.id}, current_organisation(), ${e.practitionerId}, ${e.roomId}, ${e.kind}, ${e.on}::date, ${e.opens}::time, ${e.closes}::time, ${e.reason})`)

export const removeException = (tx: Tx, id: Id<'exception'>) =>
  tx.run(sql`delete from opening_exceptions where id = ${id}`)
