import { catalogue, columns, structure } from '#policy/catalogue.ts'

const history = { subject: 'patient', category: 'access-history', protection: 'plain', retention: 'ledger' } as const

export const auditCatalogue = catalogue({
  audit_chains: structure('chain length head before_head grown_in', 'ledger'),
  audit_statements: structure('id stated_at because links', 'ledger'),
  audit_checks: structure('id checked_at links findings heads', 'ledger'),
  audit_events: {
    ...structure('chain position written_in person_id case_id organisation_id doer_id', 'ledger'),
    ...columns('at action event', history),
    ...columns('salt commitment previous hash', { ...history, category: 'technical', protection: 'hash' }),
  },
})
