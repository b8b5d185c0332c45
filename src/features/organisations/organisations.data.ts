import { catalogue, columns, structure } from '#policy/catalogue.ts'

const business = {
  subject: 'business-contact',
  category: 'business-contact',
  protection: 'plain',
  retention: 'agreement',
} as const

export const organisationsCatalogue = catalogue({
  organisations: {
    ...structure('id kind created_at', 'agreement'),
    ...columns('name cvr email phone', business),
  },
  clinic_locations: {
    ...structure('clinic_id latitude longitude', 'agreement'),
    ...columns('street postcode town directions', business),
  },
})
