import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type ComingAppointment = {
  id: Id<'appointment'>
  clinic_id: Id<'organisation'>
  person_id: Id<'person'>
  starts_at: Temporal.Instant
}

/** The appointments of a case that have not begun and are not cancelled, the first of them first. */
export const comingAppointmentsOf = (reader: Reader, caseId: Id<'case'>, now: Temporal.Instant) =>
  reader.rows<ComingAppointment>(sql`
    select a.id, a.clinic_id, a.person_id, a.starts_at from appointments a
    where a.case_id = ${caseId} and a.starts_at > ${now}::timestamptz
      and not exists (select from appointment_cancellations x where x.appointment_id = a.id)
    order by a.starts_at, a.id`)

type Release = { ids: readonly Id<'appointment'>[]; byKind: 'patient' | 'insurer'; by: string | null }

/** Cancels, and tells which were cancelled just now: one that somebody else cancelled in the meantime is left as it was. */
export const saveReleases = (tx: Tx, { ids, byKind, by }: Release) =>
  tx.rows<{ appointment_id: Id<'appointment'> }>(sql`
    insert into appointment_cancellations (appointment_id, reason, cancelled_by_kind, cancelled_by, session_given_back)
    select id, 'consent-withdrawn', ${byKind}, ${by}::uuid, true from unnest(${ids}::uuid[]) id
    on conflict (appointment_id) do nothing returning appointment_id`)

export const freeTheirTime = (tx: Tx, ids: readonly Id<'appointment'>[]) =>
  tx.run(sql`delete from occupancies where appointment_id = any (${ids}::uuid[])`)

export const giveTheirSessionsBack = (tx: Tx, ids: readonly Id<'appointment'>[]) =>
  tx.run(sql`delete from session_uses where appointment_id = any (${ids}::uuid[])`)
