import { catalogue, columns, structure } from '#policy/catalogue.ts'

const booking = { subject: 'patient', category: 'booking', protection: 'plain', retention: 'course' } as const

export const appointmentsCatalogue = catalogue({
  holds: {
    ...structure('id room_id made_at expires_at renewals moves_appointment_id', 'course'),
    ...columns('person_id case_id clinic_id practitioner_id starts_at ends_at', booking),
  },
  appointments: {
    ...structure('id root_id sequence moved_from booked_by_kind booked_by booked_at', 'course'),
    ...columns(
      'clinic_id insurer_id case_id person_id treatment_type practitioner_id room_id starts_at ends_at',
      booking,
    ),
  },
  appointment_cancellations: {
    ...structure('appointment_id cancelled_by_kind cancelled_by cancelled_at', 'course'),
    ...columns('reason session_given_back', booking),
  },
  cancellation_notes: {
    ...structure('appointment_id', 'course'),
    ...columns('note_sealed', { ...booking, category: 'health.course', protection: 'sealed' }),
  },
  occupancies: {
    ...structure('id kind organisation_id appointment_id hold_id expires_at', 'course'),
    ...columns('resource_id span', booking),
  },
  session_uses: columns('approval_id ordinal appointment_id', booking),
})
