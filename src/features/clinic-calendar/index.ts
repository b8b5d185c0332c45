import type { Action } from '#platform/http/action.ts'
import { addPractitioner, showNewPractitioner } from './add-practitioner.ts'
import { bookForPatient, findTimesForPatient } from './book-for-patient.ts'
import { cancelAppointment, showCancellation } from './cancel-appointment.ts'
import { addException, withdrawException } from './change-exceptions.ts'
import { changeServices, endPractitioner } from './change-practitioner.ts'
import { addRoom, endRoom } from './change-rooms.ts'
import { changeWeek } from './change-week.ts'
import { listPractitioners } from './list-practitioners.ts'
import { listRooms } from './list-rooms.ts'
import { findTimesToMove, moveAppointment } from './move-appointment.ts'
import { recordAttendance } from './note-attendance.ts'
import { viewAppointment } from './view-appointment.ts'
import { viewCalendar } from './view-calendar.ts'
import { viewDay } from './view-day.ts'
import { viewPractitioner } from './view-practitioner.ts'

export const clinicCalendarActions: readonly Action[] = [
  viewDay,
  viewCalendar,
  viewAppointment,
  findTimesForPatient,
  bookForPatient,
  findTimesToMove,
  moveAppointment,
  showCancellation,
  cancelAppointment,
  recordAttendance,
  listPractitioners,
  showNewPractitioner,
  addPractitioner,
  viewPractitioner,
  changeServices,
  endPractitioner,
  changeWeek,
  addException,
  withdrawException,
  listRooms,
  addRoom,
  endRoom,
]

export { clinicCalendarCatalogue } from './clinic-calendar.data.ts'
