import type { Action } from '#platform/http/action.ts'
import { recordAttendance } from './note-attendance.ts'
import { viewCalendar } from './view-calendar.ts'
import { viewDay } from './view-day.ts'

export const clinicCalendarActions: readonly Action[] = [viewDay, viewCalendar, recordAttendance]
export { clinicCalendarCatalogue } from './clinic-calendar.data.ts'
