import type { Action } from '#platform/http/action.ts'
import { bookHeldTime } from './book-hold.ts'
import { cancelAppointment, confirmCancellation } from './cancel-appointment.ts'
import { findOtherTimes, findTimes } from './find-times.ts'
import { holdTime } from './hold-time.ts'
import { releaseHeldTime, renewHeldTime, viewHold } from './keep-hold.ts'
import { downloadCalendarFile, viewAppointment } from './view-appointment.ts'

export { appointmentsCatalogue } from './appointments.data.ts'
export {
  type AppointmentRow,
  appointmentById,
  appointmentsOfCase,
  comingAppointments,
  versionsOf,
} from './appointments.sql.ts'
export {
  type Approval,
  type BookableCase,
  type CancellationReason,
  clinicReasons,
  freeUntil,
  isTimely,
  type Refusal,
  type RefusalReason,
  searchableWithin,
  sessionsLeft,
} from './appointments.ts'
export { type BookOutcome, bookDirectly, bookHold, type DirectBooking, type Move, move } from './bookings.ts'
export { type Cancellation, type CancelOutcome, cancel, cancelAllAhead } from './cancellations.ts'
export { approvalsOfCase, bookableCase } from './cases.sql.ts'
export { appointmentTasks } from './expire-hold.ts'
export { type HoldRow, holdById } from './holds.sql.ts'
export { type HoldOutcome, type HoldRequest, hold } from './holds.ts'
export { addressOf } from './places.ts'
export { refusalTexts } from './refusals.texts.ts'

/** What a patient can do about their own times. */
export const appointmentActions: readonly Action[] = [
  findTimes,
  findOtherTimes,
  holdTime,
  viewHold,
  renewHeldTime,
  releaseHeldTime,
  bookHeldTime,
  viewAppointment,
  downloadCalendarFile,
  confirmCancellation,
  cancelAppointment,
]
