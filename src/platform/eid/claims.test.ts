import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readIdentity } from './claims.ts'
import type { ClaimStyle, EidAttempt } from './identity.ts'

const attempt: EidAttempt = {
  state: 's',
  nonce: 'n',
  verifier: 'v',
  startedAt: '2026-11-23T10:00:00Z',
  requestedAssurance: 'substantial',
  cpr: 'required',
  freshLogin: false,
}
const token = { iss: 'https://broker.example', sub: 'sub-1', iat: 1_795_000_000, auth_time: 1_794_999_990 }
const nsis = 'https://data.gov.dk/concept/core/nsis/'
const signaturgruppen = {
  id: { ...token, idp: 'mitid', identity_type: 'private', loa: `${nsis}Substantial`, session_expiry: '1795010000' },
  info: { sub: 'sub-1', 'mitid.uuid': 'u-1', 'dk.cpr': '0201609995', 'mitid.identity_name': 'Aksel Birkesø' },
}
const idura = {
  id: { ...token, identityscheme: 'dkmitid', uuid: 'u-1', cprNumberIdentifier: '0201609995', name: 'Aksel Birkesø' },
  info: { sub: 'sub-1' },
}

type Pair = { id: Record<string, unknown>; info: Record<string, unknown> }
function outcome(style: ClaimStyle, { id, info }: Pair, asked: Partial<EidAttempt> = {}) {
  const answer = { idTokenClaims: id, userinfoClaims: info, idToken: 'jwt' }
  const read = readIdentity(style, answer, { ...attempt, ...asked })
  return read.ok ? 'let in' : read.problem
}

describe('what a broker says', () => {
  test('is let in when all of it holds, in either family', () => {
    assert.equal(outcome('signaturgruppen', signaturgruppen), 'let in')
    assert.equal(outcome('idura', idura), 'let in')
  })

  test('is thrown away when userinfo is about somebody else', () => {
    const { id, info } = signaturgruppen
    assert.equal(outcome('signaturgruppen', { id, info: { ...info, sub: 'sub-2' } }), 'invalid-token')
  })

  test('is not believed without a known level, kind or identity provider', () => {
    const { id, info } = signaturgruppen
    for (const broken of [{ loa: undefined }, { loa: 'Substantial' }, { loa: `${nsis}Other` }, { idp: 'passport' }]) {
      assert.equal(outcome('signaturgruppen', { id: { ...id, ...broken }, info }), 'invalid-token')
    }
    assert.equal(outcome('idura', { ...idura, id: { ...idura.id, identityscheme: 'sebankid' } }), 'invalid-token')
    assert.equal(outcome('idura', { ...idura, id: { ...idura.id, acr: 'urn:other' } }), 'invalid-token')
    assert.equal(outcome('idura', { ...idura, id: { ...idura.id, uuid: '' } }), 'invalid-token')
  })

  test('may be of a higher level than asked for, never of a lower', () => {
    const at = (loa: string) => ({ ...signaturgruppen, id: { ...signaturgruppen.id, loa: nsis + loa } })
    assert.equal(outcome('signaturgruppen', at('High')), 'let in')
    assert.equal(outcome('signaturgruppen', at('Low')), 'assurance-too-low')
  })

  test('cannot be an employee or a company signatory', () => {
    assert.equal(outcome('idura', { ...idura, id: { ...idura.id, employee: 'true' } }), 'employee-identity')
    assert.equal(outcome('idura', { ...idura, id: { ...idura.id, companySignatory: true } }), 'employee-identity')
  })

  test('may lack the CPR number only where it was not asked for', () => {
    const { id, info } = signaturgruppen
    const without = { id, info: { ...info, 'dk.cpr': undefined } }
    assert.equal(outcome('signaturgruppen', without), 'no-cpr')
    assert.equal(outcome('signaturgruppen', without, { cpr: 'not-asked' }), 'let in')
    assert.equal(outcome('signaturgruppen', { id, info: { ...info, 'dk.cpr': '3002901234' } }), 'invalid-token')
  })
})
