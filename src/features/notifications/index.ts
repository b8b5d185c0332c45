export { notificationsCatalogue } from './notifications.data.ts'
export {
  type PatientNotice,
  queueNotification,
  queueNotifications,
  queueStaffMail,
  type StaffNotice,
} from './notifications.ts'
export { notificationTasks } from './send-notification.ts'
