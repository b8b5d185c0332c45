import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import { Temporal } from '#kernel/time.ts'
import { openKeyring } from './keyring.ts'
import { matchRecoveryCode, newRecoveryCodes } from './recovery-codes.ts'
import { newTotpSecret, qrPath, totpUri, verifyTotp } from './totp.ts'

const now = Temporal.Instant.from('2026-03-29T00:59:45Z')
const nowMs = now.epochMilliseconds
const step = Math.floor(nowMs / 30_000)
const codeAt = (secret: string, timestamp: number) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp })

test('the published test vector of RFC 6238 is accepted', () => {
  const secret = Secret.fromLatin1('12345678901234567890').base32
  assert.deepEqual(verifyTotp(secret, '287082', Temporal.Instant.fromEpochMilliseconds(59_000), null), {
    ok: true,
    step: 1,
  })
})

test('a code works in its half-minute and in the neighbours, not further away', () => {
  const secret = newTotpSecret()
  for (const offset of [-1, 0, 1]) {
    const outcome = verifyTotp(secret, codeAt(secret, nowMs + offset * 30_000), now, null)
    assert.deepEqual(outcome, { ok: true, step: step + offset })
  }
  assert.equal(verifyTotp(secret, codeAt(secret, nowMs - 300_000), now, null).ok, false)
})

test('a code works once, and an older code does not work after a newer one', () => {
  const secret = newTotpSecret()
  const used = verifyTotp(secret, codeAt(secret, nowMs), now, step)
  assert.deepEqual(used, { ok: false, problem: 'already-used' })
  assert.equal(verifyTotp(secret, codeAt(secret, nowMs - 30_000), now, step).ok, false)
  assert.equal(verifyTotp(secret, codeAt(secret, nowMs + 30_000), now, step).ok, true)
})

test('what is not six digits is wrong, a space in between is not', () => {
  const secret = newTotpSecret()
  const code = codeAt(secret, nowMs)
  assert.equal(verifyTotp(secret, `${code.slice(0, 3)} ${code.slice(3)}`, now, null).ok, true)
  for (const bad of ['', '12345', '1234567', 'abcdef', '１２３４５６']) {
    assert.deepEqual(verifyTotp(secret, bad, now, null), { ok: false, problem: 'wrong' })
  }
})

test('the address for the authenticator app names issuer and account and its QR code is one path', () => {
  const uri = totpUri(newTotpSecret(), 'ana@example.dk', 'Klinikbro')
  assert.match(uri, /^otpauth:\/\/totp\/Klinikbro:ana%40example\.dk\?issuer=Klinikbro&secret=[A-Z2-7]{32}&/)
  const { size, path } = qrPath(uri)
  assert.ok(size > 30)
  assert.match(path, /^(M\d+ \d+h\d+v1h-\d+z)+$/)
  assert.ok(path.startsWith('M4 4h7v1h-7z'), 'the finder pattern stands inside the quiet zone')
})

const keyring = openKeyring({ keyEncryption: [{ epoch: 1, key: randomBytes(32) }], index: randomBytes(32) })

test('ten distinct recovery codes without look-alikes are made', () => {
  const { codes, hashes } = newRecoveryCodes(keyring)
  assert.equal(new Set(codes).size, 10)
  assert.equal(new Set(hashes.map(String)).size, 10)
  for (const code of codes) assert.match(code, /^[2-9a-hjkmnp-z]{5}-[2-9a-hjkmnp-z]{5}$/)
})

test('a recovery code works once, however it is typed, and only with the keys outside the database', () => {
  const { codes, hashes } = newRecoveryCodes(keyring)
  const fresh = hashes.map((hash) => ({ hash, used: false }))
  const typed = ` ${codes[3]!.toUpperCase().replace('-', ' ')} `
  assert.deepEqual(matchRecoveryCode(keyring, typed, fresh), { kind: 'match', index: 3 })
  const spent = fresh.map((one, at) => ({ ...one, used: at === 3 }))
  assert.deepEqual(matchRecoveryCode(keyring, typed, spent), { kind: 'used' })
  assert.deepEqual(matchRecoveryCode(keyring, 'aaaaa-aaaaa', fresh), { kind: 'wrong' })
  const other = openKeyring({ keyEncryption: [{ epoch: 1, key: randomBytes(32) }], index: randomBytes(32) })
  assert.deepEqual(matchRecoveryCode(other, typed, fresh), { kind: 'wrong' })
})
