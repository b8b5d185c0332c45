import { catalogue, columns, structure } from '#policy/catalogue.ts'

const staff = { subject: 'staff', category: 'business-contact', protection: 'plain', retention: 'account' } as const
const secret = { subject: 'staff', category: 'credentials', retention: 'account' } as const
const visit = { category: 'credentials', retention: 'session' } as const

export const identityCatalogue = catalogue({
  users: { ...structure('id organisation_id language created_at', 'account'), ...columns('email name', staff) },
  user_removals: structure('user_id removed_by removed_at', 'account'),
  user_roles: { ...structure('organisation_id user_id granted_by granted_at', 'account'), ...columns('role', staff) },
  user_passwords: { ...structure('user_id set_at', 'account'), ...columns('phc', { ...secret, protection: 'hash' }) },
  user_totp: {
    ...structure('user_id confirmed_at last_step', 'account'),
    ...columns('secret_sealed', { ...secret, protection: 'sealed' }),
  },
  user_passkeys: {
    ...structure('user_id created_at used_at', 'account'),
    // A public key and its counter open nothing: they only check.
    ...columns('credential_id name public_key counter transports', { ...secret, protection: 'plain' }),
  },
  user_recovery_codes: {
    ...structure('user_id used_at', 'account'),
    ...columns('hash', { ...secret, protection: 'hash' }),
  },
  invitations: {
    ...structure('id organisation_id language invited_by invited_at expires_at accepted_at withdrawn_at', 'account'),
    ...columns('email name roles', staff),
    ...columns('token_hash', { ...secret, protection: 'hash' }),
  },
  password_resets: {
    ...structure('user_id expires_at used_at', 'session'),
    ...columns('token_hash', { ...visit, subject: 'staff', protection: 'hash' }),
  },
  web_sessions: {
    ...structure('kind user_id person_id started_at seen_at ends_at idle_minutes passkey_challenge_until', 'session'),
    ...columns('token_hash', { ...visit, subject: 'visitor', protection: 'hash' }),
    ...columns('csrf_secret passkey_challenge', { ...visit, subject: 'visitor', protection: 'plain' }),
    ...columns('eid_sealed', { ...visit, subject: 'patient', protection: 'sealed' }),
  },
  eid_attempts: {
    ...structure('expires_at', 'session'),
    ...columns('state_hash', { ...visit, subject: 'visitor', protection: 'hash' }),
    ...columns('attempt_sealed', { ...visit, subject: 'visitor', protection: 'sealed' }),
  },
})
