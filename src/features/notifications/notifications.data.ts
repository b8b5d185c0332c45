import { catalogue, columns, structure } from '#policy/catalogue.ts'

export const notificationsCatalogue = catalogue({
  notifications: {
    ...structure('id case_id appointment_id person_id user_id organisation_id', 'course'),
    ...columns('template channel queued_at sent_at not_sent_because', {
      subject: 'patient',
      category: 'booking',
      protection: 'plain',
      retention: 'course',
    }),
  },
})
