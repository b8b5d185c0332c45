import { catalogue, columns, structure } from '#policy/catalogue.ts'

const history = { subject: 'patient', category: 'access-history', protection: 'plain', retention: 'ledger' } as const

export const auditCatalogue = catalogue({
  audit_chains: structure('chain length head before_head grown_in', 'ledger'),
  audit_events: {
    ...structure('chain position written_in person_id case_id organisation_id', 'ledger'),
    ...columns('at action event', history),
    ...columns('salt commitment previous hash', { ...history, category: 'technical', protection: 'hash' }),
  },
})
