import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { csrfMatches, csrfToken, hashToken, newToken, sameBytes, signValue, verifyValue } from './tokens.ts'

const key = randomBytes(32)

test('a token is 32 random bytes in base64url and is found again by its hash', () => {
  const { token, hash } = newToken()
  assert.match(token, /^[\w-]{43}$/)
  assert.deepEqual(hashToken(token), hash)
  assert.notEqual(newToken().token, token)
})

test('bytes of another length are different and do not throw', () => {
  assert.equal(sameBytes(Buffer.from('ab'), Buffer.from('abc')), false)
  assert.equal(sameBytes(Buffer.from('ab'), Buffer.from('ab')), true)
})

test('a signed value comes back, and not when changed, unsigned, of another purpose or under another key', () => {
  const signed = signValue(key, 'language', 'da.DK')
  assert.equal(verifyValue(key, 'language', signed), 'da.DK')
  for (const bad of ['', 'da', 'da.', signed.replace('da', 'en'), `${signed}x`]) {
    assert.equal(verifyValue(key, 'language', bad), null, bad)
  }
  assert.equal(verifyValue(key, 'session', signed), null)
  assert.equal(verifyValue(randomBytes(32), 'language', signed), null)
})

test('a form token fits its own session only and looks different on every page', () => {
  const token = csrfToken(key, 'session one')
  assert.equal(csrfMatches(key, 'session one', token), true)
  assert.notEqual(csrfToken(key, 'session one'), token)
  assert.equal(csrfMatches(key, 'session two', token), false)
  for (const bad of ['', '.', 'x', `${token}.x`, token.slice(1)])
    assert.equal(csrfMatches(key, 'session one', bad), false)
})
