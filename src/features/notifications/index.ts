export { notificationsCatalogue } from './notifications.data.ts'
export {
  type PatientNotice,
  type PatientTemplate,
  queueNotification,
  queueStaffMail,
  type StaffNotice,
  type StaffTemplate,
} from './notifications.ts'
export { notificationTasks } from './send-notification.ts'
