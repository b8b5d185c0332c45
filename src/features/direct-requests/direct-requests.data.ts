import { catalogue, columns, structure } from '#policy/catalogue.ts'

const asker = { subject: 'staff', category: 'business-contact', retention: 'answered' } as const

export const directRequestsCatalogue = catalogue({
  direct_requests: {
    ...structure('request_id asker user_id language activity lead_id', 'answered'),
    ...columns('email_sealed words_sealed', { ...asker, protection: 'sealed' }),
    ...columns('enquirer_index', { ...asker, subject: 'business-contact', protection: 'blind-index' }),
  },
  direct_notes: {
    ...structure('id request_id state', 'answered'),
    ...columns('text_sealed', { ...asker, protection: 'sealed' }),
  },
  direct_restrictions: structure('id request_id user_id lead_id because restricted_at lifted_at lifted_by', 'answered'),
})
