import { catalogue, columns, structure } from '#policy/catalogue.ts'

export const legalHoldsCatalogue = catalogue({
  legal_holds: {
    ...columns('why_sealed lifted_why_sealed', {
      subject: 'patient',
      category: 'health.request',
      protection: 'sealed',
      retention: 'course',
    }),
    ...structure('lifted_by', 'course'),
  },
  legal_hold_reviews: structure('hold_id review_on decided_by decided_at reminded_at', 'course'),
})
