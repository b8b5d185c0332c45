import { catalogue, columns, structure } from '#policy/catalogue.ts'

const history = { subject: 'patient', category: 'consent-history', protection: 'plain', retention: 'course' } as const

export const consentCatalogue = catalogue({
  consent_marks: {
    ...structure('id case_id marked_by_organisation marked_by marked_at', 'course'),
    ...columns('consented_on means text_version text_hash', history),
  },
  consent_texts: structure('hash words', 'ledger'),
  consent_withdrawals: {
    ...structure('consent_mark_id case_id', 'course'),
    ...columns('withdrawn_by_kind withdrawn_by withdrawn_at', history),
  },
})
