/** What a test person's tokens say, in the words of either family of brokers. */
import { randomUUID } from 'node:crypto'
import type { AccountClaims } from 'oidc-provider'
import type { ClaimStyle } from './identity.ts'
import type { TestPerson } from './local-broker-people.ts'

const sessionHours = 4

const iduraNames = ['uuid', 'name', 'birthdate', 'identityscheme', 'employee', 'cvrNumberIdentifier']
const sessionNames = ['idp', 'identity_type', 'loa', 'ial', 'aal', 'transaction_id', 'neb_sid', 'session_expiry']

/** Which claims a scope opens; the provider leaves out the others. */
export const claimsByScope = {
  openid: ['sub', ...iduraNames, ...sessionNames],
  mitid: [
    'mitid.uuid',
    'mitid.identity_name',
    'mitid.date_of_birth',
    'mitid.age',
    'mitid.has_cpr',
    'mitid.transaction_id',
  ],
  ssn: ['cprNumberIdentifier', 'dk.cpr', 'ssn.details.name_address_protected'],
}

export function claimsOf(one: TestPerson, style: ClaimStyle, use: 'id_token' | 'userinfo'): AccountClaims {
  if (style === 'idura') return withoutEmpty({ sub: one.subject, ...iduraClaims(one) })
  return withoutEmpty({ sub: one.subject, ...(use === 'id_token' ? sessionClaims(one) : personClaims(one)) })
}

const iduraClaims = (one: TestPerson) => ({
  identityscheme: 'dkmitid',
  uuid: one.mitidUuid,
  name: one.nameProtected ? undefined : one.name,
  birthdate: one.birthDate,
  cprNumberIdentifier: one.cpr ?? undefined,
  ...(one.identity === 'employee' ? { employee: true, cvrNumberIdentifier: '13748136' } : {}),
})

const sessionClaims = (one: TestPerson) => {
  const level = `https://data.gov.dk/concept/core/nsis/${one.assurance === 'low' ? 'Low' : 'Substantial'}`
  return {
    idp: one.identity === 'employee' ? 'mitid_erhverv' : 'mitid',
    identity_type: one.identity === 'employee' ? 'professional' : 'private',
    loa: level,
    ial: level,
    aal: level,
    transaction_id: randomUUID(),
    neb_sid: randomUUID(),
    session_expiry: String(Math.floor(Date.now() / 1000) + sessionHours * 3600),
  }
}

const personClaims = (one: TestPerson) => ({
  'mitid.uuid': one.mitidUuid,
  'mitid.identity_name': one.nameProtected ? 'NAVNE & ADRESSEBESKYTTET' : one.name,
  'mitid.date_of_birth': one.birthDate,
  'mitid.has_cpr': String(one.cpr !== null),
  'dk.cpr': one.cpr ?? undefined,
  'ssn.details.name_address_protected': one.nameProtected ? 'true' : undefined,
})

const withoutEmpty = (claims: { sub: string; [name: string]: unknown }): AccountClaims => ({
  ...Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined)),
  sub: claims.sub,
})
