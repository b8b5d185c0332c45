import assert from 'node:assert/strict'
import { argon2Sync } from 'node:crypto'
import { test } from 'node:test'
import { dummyVerify, hashPassword, needsRehash, verifyPassword } from './password-hash.ts'
import { passwordProblems } from './password-rules.ts'

const weak = () => {
  const cost = { memory: 64, passes: 1, parallelism: 1 }
  const hash = argon2Sync('argon2id', {
    message: 'blå cykel i regn',
    nonce: Buffer.alloc(16, 7),
    tagLength: 32,
    ...cost,
  })
  const phc = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
  return `$argon2id$v=19$m=64,t=1,p=1$${phc(Buffer.alloc(16, 7))}$${phc(hash)}`
}

test('a password opens its own hash and no other does (R1.5)', async () => {
  const phc = await hashPassword('blå cykel i regn')
  assert.match(phc, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  assert.equal(await verifyPassword('blå cykel i regn', phc), true)
  assert.equal(await verifyPassword('bla\u030a cykel i regn', phc), true, 'the same letters, composed otherwise')
  assert.equal(await verifyPassword('blå cykel i rege', phc), false)
  assert.equal(needsRehash(phc), false)
})

test('two hashes of one password differ (R1.5)', async () => {
  assert.notEqual(await hashPassword('blå cykel i regn'), await hashPassword('blå cykel i regn'))
})

test('a hash made at a lower cost still verifies and asks to be made again', async () => {
  assert.equal(await verifyPassword('blå cykel i regn', weak()), true)
  assert.equal(needsRehash(weak()), true)
})

test('the stand-in for an unknown user is always false', async () => {
  assert.equal(await dummyVerify('blå cykel i regn'), false)
  assert.equal(await dummyVerify(), false)
})

test('a damaged stored hash is an error and not a wrong password, and the error does not quote it', async () => {
  await assert.rejects(verifyPassword('x', '$argon2id$v=19$m=1$abc'), (error: Error) => !error.message.includes('abc'))
})

test('a long, uncommon password has no problem, whatever characters it holds', () => {
  for (const good of ['blå cykel i regn', '8372-9283-5510', 'kaffe under elmetræet', '漢字漢字仮名交じり文十二字']) {
    assert.deepEqual(passwordProblems(good, { email: 'ana@example.dk' }), [], good)
  }
})

test('short, endless, common and repeated passwords and those with the e-mail name are refused', () => {
  assert.deepEqual(passwordProblems('kort kode'), ['too-short'])
  assert.deepEqual(passwordProblems('x'.repeat(257)), ['too-long'])
  for (const common of [
    'Adgangskode2026!',
    '1234567890123',
    'hejhejhejhej',
    'abcdefghijkl',
    'aaaaaaaaaaaa',
    'Velkommen1234',
  ]) {
    assert.deepEqual(passwordProblems(common), ['too-common'], common)
  }
  assert.deepEqual(passwordProblems('Ana.Berg er her', { email: 'ana.berg@example.dk' }), ['contains-email'])
  assert.deepEqual(passwordProblems('en anden god sætning', { email: 'en@example.dk' }), [])
})
