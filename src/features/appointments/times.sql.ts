import { gridMinutes } from '#features/availability/index.ts'
import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { type Sql, sql } from '#platform/db/sql.ts'

/** A time at a practitioner's. `doneAt` is the treatment's end and its buffer. */
export type Slot = {
  readonly clinicId: Id<'organisation'>
  readonly practitionerId: Id<'practitioner'>
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly doneAt: Temporal.Instant
}

export type Contender = {
  readonly personId: Id<'person'>
  readonly now: Temporal.Instant
  /** The appointment that would be left by a move. */
  readonly leaving: Id<'appointment'> | null
}

/** Waits for everybody else who wants this time, this person or a room of this clinic; drops expired holds in the way. */
export const queueForTime = (tx: Tx, slot: Slot, { personId, now, leaving }: Contender) =>
  tx.run(sql`
    select queue_for_time(${personId}, ${slot.practitionerId}, ${slot.clinicId}, ${slot.startsAt}::timestamptz, ${now}::timestamptz, ${leaving}::uuid)`)

/** What an appointment occupies of one kind; for a booking that is to leave it, as good as free. */
const leftBy = (leaving: Id<'appointment'> | null, kind: Sql, resource: Sql): Sql => sql`
      coalesce((select range_agg(own.span) from occupancies own
        where own.appointment_id = ${leaving}::uuid and own.kind = ${kind} and own.resource_id = ${resource}), '{}')`

/**
 * Whether the practitioner is free for treatment and buffer, or would be once `leaving` is left; `onGrid` when it begins on a quarter
 * that patients can choose.
 */
export const standingOf = (reader: Reader, slot: Slot, leaving: Id<'appointment'> | null) =>
  reader.maybeRow<{ is_free: boolean; on_grid: boolean }>(sql`
    select d.free + d.open * ${leftBy(leaving, sql`'practitioner'`, sql`d.practitioner_id`)} @> tstzrange(${slot.startsAt}::timestamptz, ${slot.doneAt}::timestamptz) as is_free,
      exists (select from unnest(d.open) opening where opening @> ${slot.startsAt}::timestamptz
        and mod(extract(epoch from ${slot.startsAt}::timestamptz - lower(opening)), 60 * ${gridMinutes}::integer) = 0) as on_grid
    from practitioner_days d
    where d.practitioner_id = ${slot.practitionerId} and d.on_date = (${slot.startsAt}::timestamptz at time zone 'Europe/Copenhagen')::date`)

export type RoomWanted = { readonly roomKind: string; readonly leaving: Id<'appointment'> | null }

/** A room of the kind that is open and free throughout; the same one for the same question, so that the others stay whole. */
export const freeRoom = (reader: Reader, slot: Slot, { roomKind, leaving }: RoomWanted) =>
  reader.maybeRow<{ id: Id<'room'> }>(sql`
    select r.id from rooms r
    where r.organisation_id = ${slot.clinicId} and r.kind = ${roomKind}
      and (r.active_until is null or r.active_until >= (${slot.startsAt}::timestamptz at time zone 'Europe/Copenhagen')::date)
      and not exists (select from taken_times o where o.kind = 'room' and o.resource_id = r.id
        and o.span && tstzrange(${slot.startsAt}::timestamptz, ${slot.doneAt}::timestamptz)
        and not o.span <@ ${leftBy(leaving, sql`'room'`, sql`r.id`)})
      and not exists (select from opening_exceptions e where e.organisation_id = ${slot.clinicId} and e.room_id = r.id and e.kind = 'closed'
        and e.on_date = (${slot.startsAt}::timestamptz at time zone 'Europe/Copenhagen')::date
        and (${slot.startsAt}::timestamptz at time zone 'Europe/Copenhagen')::time < coalesce(e.closes, '24:00')
        and (${slot.doneAt}::timestamptz at time zone 'Europe/Copenhagen')::time > coalesce(e.opens, '00:00'))
    order by r.name, r.id limit 1`)

type Occupation = {
  readonly slot: Slot
  readonly roomId: Id<'room'>
  readonly personId: Id<'person'>
  readonly by:
    | { readonly appointmentId: Id<'appointment'> }
    | { readonly holdId: Id<'hold'>; readonly expiresAt: Temporal.Instant }
  /** The appointment that a hold is to replace: until then it occupies its part itself. */
  readonly leaving?: Id<'appointment'> | null
}

/** Takes practitioner and room for treatment and buffer, and the patient for the treatment: all or none, the constraints decide. */
export function occupy(tx: Tx, { slot, roomId, personId, by, leaving = null }: Occupation) {
  const appointmentId = 'appointmentId' in by ? by.appointmentId : null
  const [holdId, expiresAt] = 'holdId' in by ? [by.holdId, by.expiresAt] : [null, null]
  return tx.run(sql`
    insert into occupancies (kind, resource_id, organisation_id, span, appointment_id, hold_id, expires_at)
    select taken.kind, taken.resource_id, ${slot.clinicId}, part.span, ${appointmentId}::uuid, ${holdId}::uuid, ${expiresAt}::timestamptz
    from (values (1, 'practitioner', ${slot.practitionerId}::uuid, ${slot.doneAt}::timestamptz), (2, 'room', ${roomId}::uuid, ${slot.doneAt}::timestamptz),
      (3, 'patient', ${personId}::uuid, ${slot.endsAt}::timestamptz)) taken (n, kind, resource_id, until_at)
    cross join lateral unnest(tstzmultirange(tstzrange(${slot.startsAt}::timestamptz, taken.until_at))
      - ${leftBy(leaving, sql`taken.kind`, sql`taken.resource_id`)}) part (span)
    order by taken.n, part.span`)
}

export const vacate = (tx: Tx, appointmentId: Id<'appointment'>) =>
  tx.run(sql`delete from occupancies where appointment_id = ${appointmentId}`)
