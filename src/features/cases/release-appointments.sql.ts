import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type ComingAppointment = { id: Id<'appointment'>; clinic_id: Id<'organisation'>; starts_at: Temporal.Instant }

/** The appointments of a case that have not begun and are not cancelled, the first of them first: what a withdrawal releases. */
export const comingAppointmentsOf = (reader: Reader, caseId: Id<'case'>, now: Temporal.Instant) =>
  reader.rows<ComingAppointment>(sql`
    select a.id, a.clinic_id, a.starts_at from appointments a
    where a.case_id = ${caseId} and a.starts_at > ${now}::timestamptz
      and not exists (select from appointment_cancellations x where x.appointment_id = a.id)
    order by a.starts_at, a.id`)
