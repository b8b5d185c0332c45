import { catalogue, columns, structure } from '#policy/catalogue.ts'

export const clinicCalendarCatalogue = catalogue({
  appointment_attendance: {
    ...structure('appointment_id noted_by noted_at', 'course'),
    ...columns('state', { subject: 'patient', category: 'booking', protection: 'plain', retention: 'course' }),
  },
})
