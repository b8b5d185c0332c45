export { availabilityCatalogue } from './availability.data.ts'
export {
  type FreeTime,
  gridMinutes,
  type PartOfDay,
  partsOfDay,
  patientLeadMinutes,
  type TimeSearch,
} from './availability.ts'
export { clinicsOffering, type OfferingClinic } from './clinics.sql.ts'
export { layOutDays } from './days.sql.ts'
export { firstFreeByClinic, freeTimes } from './free-times.sql.ts'
export { availabilityTasks, availabilityTimetable, bookableUntil } from './lay-out-days.ts'
