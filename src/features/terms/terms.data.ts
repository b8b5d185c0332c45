import { catalogue, columns, structure } from '#policy/catalogue.ts'

const accepted = { subject: 'patient', category: 'consent-history', protection: 'plain', retention: 'account' } as const

export const termsCatalogue = catalogue({
  terms_acceptances: {
    ...structure('id site user_id person_id', 'account'),
    ...columns('version terms_hash language accepted_at', accepted),
  },
  terms_notices: structure('id site version user_id person_id queued_at sent_at not_sent_because', 'account'),
})
