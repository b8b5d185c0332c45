import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import type { AttendanceState, Noted } from './attendance.ts'

export const attendanceOf = (reader: Reader, appointmentId: Id<'appointment'>) =>
  reader.rows<Noted>(sql`
    select state, noted_at from appointment_attendance where appointment_id = ${appointmentId} order by noted_at, state`)

type NewAttendance = {
  appointmentId: Id<'appointment'>
  state: AttendanceState
  by: Id<'user'> | null
  now: Temporal.Instant
}

export const saveAttendance = (tx: Tx, { appointmentId, state, by, now }: NewAttendance) =>
  tx.run(sql`
    insert into appointment_attendance (appointment_id, state, noted_by, noted_at) values (${appointmentId}, ${state}, ${by}, ${now})`)

export const removeAttendance = (tx: Tx, appointmentId: Id<'appointment'>, state: AttendanceState) =>
  tx.run(sql`delete from appointment_attendance where appointment_id = ${appointmentId} and state = ${state}`)
