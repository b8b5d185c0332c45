import { catalogue, columns, structure } from '#policy/catalogue.ts'

export const disclosureCatalogue = catalogue({
  disclosures: {
    ...structure('id case_id person_id consent_mark_id activity disclosed_by_organisation disclosed_by', 'ledger'),
    ...columns('recipient_id authority law law_da law_en direction purpose basis fields disclosed_at', {
      subject: 'patient',
      category: 'access-history',
      protection: 'plain',
      retention: 'ledger',
    }),
  },
  disclosed_documents: {
    ...structure('disclosure_id case_id person_id', 'ledger'),
    ...columns('reason_sealed content_sealed', {
      subject: 'patient',
      category: 'health.course',
      protection: 'sealed',
      retention: 'ledger',
    }),
  },
})
