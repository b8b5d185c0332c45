import { catalogue, columns, structure } from '#policy/catalogue.ts'

const address = { subject: 'business-contact', category: 'business-contact', retention: 'session' } as const

export const enquirersCatalogue = catalogue({
  enquirer_links: {
    ...structure('id language asked_at expires_at', 'session'),
    ...columns('token_hash', { ...address, category: 'credentials', protection: 'hash' }),
    ...columns('email_index', { ...address, protection: 'blind-index' }),
    ...columns('email_sealed', { ...address, protection: 'sealed' }),
  },
})
