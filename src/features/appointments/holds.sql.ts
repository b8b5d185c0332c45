import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import { holdRenewals } from './appointments.ts'
import { type TreatmentRow, treatmentColumns } from './cases.sql.ts'
import type { Slot } from './times.sql.ts'

export type HoldRow = TreatmentRow & {
  id: Id<'hold'>
  person_id: Id<'person'>
  case_id: Id<'case'>
  clinic_id: Id<'organisation'>
  clinic_name: string
  street: string | null
  postcode: string | null
  town: string | null
  practitioner_id: Id<'practitioner'>
  practitioner_name: string
  room_id: Id<'room'>
  starts_at: Temporal.Instant
  ends_at: Temporal.Instant
  expires_at: Temporal.Instant
  renewals: number
  moves_appointment_id: Id<'appointment'> | null
}

/** A hold with what its page shows, expired or not; null once it is gone. */
export const holdById = (reader: Reader, id: Id<'hold'>) =>
  reader.maybeRow<HoldRow>(sql`
    select h.id, h.person_id, h.case_id, h.clinic_id, o.name as clinic_name, l.street, l.postcode, l.town,
      h.practitioner_id, p.name as practitioner_name, h.room_id, h.starts_at, h.ends_at, h.expires_at, h.renewals, h.moves_appointment_id,
      ${treatmentColumns}
    from holds h
    join organisations o on o.id = h.clinic_id
    left join clinic_locations l on l.clinic_id = h.clinic_id
    join practitioners p on p.id = h.practitioner_id
    join cases c on c.id = h.case_id
    join treatment_types t on t.code = c.treatment_type
    where h.id = ${id}`)

export const slotOf = (hold: HoldRow): Slot => ({
  clinicId: hold.clinic_id,
  practitionerId: hold.practitioner_id,
  startsAt: hold.starts_at,
  endsAt: hold.ends_at,
  doneAt: hold.ends_at.add({ minutes: hold.buffer_minutes }),
})

type NewHold = {
  id: Id<'hold'>
  personId: Id<'person'>
  caseId: Id<'case'>
  slot: Slot
  roomId: Id<'room'>
  moves: Id<'appointment'> | null
  expiresAt: Temporal.Instant
  now: Temporal.Instant
}

export const saveHold = (tx: Tx, h: NewHold) =>
  tx.run(sql`
    insert into holds (id, person_id, case_id, clinic_id, practitioner_id, room_id, starts_at, ends_at, moves_appointment_id, made_at, expires_at)
    values (${h.id}, ${h.personId}, ${h.caseId}, ${h.slot.clinicId}, ${h.slot.practitionerId}, ${h.roomId}, ${h.slot.startsAt},
      ${h.slot.endsAt}, ${h.moves}, ${h.now}, ${h.expiresAt})`)

export const dropHoldsOf = (tx: Tx, personId: Id<'person'>) =>
  tx.run(sql`delete from holds where person_id = ${personId}`)

/** Ends a hold and frees its time. None: it had ended already. */
export const dropHold = (tx: Tx, id: Id<'hold'>) => tx.run(sql`delete from holds where id = ${id}`)

/** Takes a hold that is still live, for good: whoever gets the row may book. */
export const consumeHold = async (tx: Tx, id: Id<'hold'>, now: Temporal.Instant): Promise<boolean> =>
  (await tx.run(sql`delete from holds where id = ${id} and expires_at > ${now}::timestamptz`)) > 0

/** Prolongs a live hold that has renewals left, with what it occupies. */
export async function prolongHold(
  tx: Tx,
  { id, expiresAt, now }: { id: Id<'hold'>; expiresAt: Temporal.Instant; now: Temporal.Instant },
): Promise<boolean> {
  const renewed = await tx.run(sql`
    update holds set expires_at = ${expiresAt}::timestamptz, renewals = renewals + 1
    where id = ${id} and expires_at > ${now}::timestamptz and renewals < ${holdRenewals}`)
  if (renewed > 0)
    await tx.run(sql`update occupancies set expires_at = ${expiresAt}::timestamptz where hold_id = ${id}`)
  return renewed > 0
}

/** One job for each hold: a renewal puts it off. */
export const enqueueExpiry = (tx: Tx, id: Id<'hold'>, expiresAt: Temporal.Instant) =>
  tx.run(sql`
    select enqueue('expire-hold', ${JSON.stringify({ holdId: id })}::jsonb, ${expiresAt}::timestamptz, ${`expire-hold:${id}`})`)

export const releaseExpiredHolds = (tx: Tx, now: Temporal.Instant) =>
  tx.row<{ gone: number }>(sql`select release_expired_holds(${now}::timestamptz) as gone`)
