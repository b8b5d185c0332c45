import { catalogue, columns, structure } from '#policy/catalogue.ts'

const atWork = { subject: 'staff', category: 'business-contact', protection: 'plain', retention: 'agreement' } as const

export const availabilityCatalogue = catalogue({
  practitioners: {
    ...structure('id organisation_id user_id active_until', 'agreement'),
    ...columns('name profession authorisation_id', atWork),
  },
  practitioner_services: structure('practitioner_id treatment_type', 'agreement'),
  rooms: structure('id organisation_id name kind active_until', 'agreement'),
  opening_hours: {
    ...structure('id organisation_id valid_from valid_until', 'agreement'),
    ...columns('practitioner_id weekday opens closes', atWork),
  },
  opening_exceptions: {
    ...structure('id organisation_id room_id kind', 'agreement'),
    ...columns('practitioner_id on_date opens closes reason', atWork),
  },
  practitioner_days: {
    ...structure('organisation_id', 'agreement'),
    ...columns('practitioner_id on_date open free', atWork),
  },
})
