import { catalogue, columns, structure } from '#policy/catalogue.ts'

const patient = { subject: 'patient', retention: 'course' } as const

export const patientsCatalogue = catalogue({
  persons: {
    ...structure('id created_at erased_at', 'course'),
    ...columns('cpr_index', { ...patient, category: 'cpr', protection: 'blind-index' }),
    ...columns('cpr_sealed', { ...patient, category: 'cpr', protection: 'sealed' }),
  },
  person_keys: {
    ...structure('person_id epoch destroyed_at', 'ledger'),
    ...columns('wrapped', { ...patient, category: 'technical', protection: 'sealed' }),
  },
  patients: {
    ...structure('id organisation_id person_id entered_by entered_at', 'course'),
    ...columns('name_sealed phone_sealed email_sealed postcode_sealed', {
      ...patient,
      category: 'contact',
      protection: 'sealed',
    }),
    ...columns('name_index', { ...patient, category: 'contact', protection: 'blind-index' }),
    ...columns('cpr_index', { ...patient, category: 'cpr', protection: 'blind-index' }),
  },
})
