import { catalogue, columns, structure } from '#policy/catalogue.ts'

const machine = { subject: 'nobody', category: 'credentials', protection: 'hash', retention: 'account' } as const

export const apiCatalogue = catalogue({
  api_clients: {
    ...structure('id organisation_id name issued_at revoked_at', 'account'),
    ...columns('secret_hash', machine),
    ...columns('issued_by revoked_by', {
      subject: 'staff',
      category: 'business-contact',
      protection: 'plain',
      retention: 'account',
    }),
  },
  api_tokens: {
    ...structure('client_id expires_at', 'session'),
    ...columns('token_hash', { ...machine, retention: 'session' }),
  },
  idempotency_keys: {
    ...structure('organisation_id key status case_id created_at', 'consent'),
    ...columns('request_hash', {
      subject: 'patient',
      category: 'health.referral',
      protection: 'hash',
      retention: 'consent',
    }),
  },
})
